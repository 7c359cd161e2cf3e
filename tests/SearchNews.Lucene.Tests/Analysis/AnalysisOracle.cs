using System.Text;
using SearchNews.Lucene.Analysis;
using SearchNews.Testing;

namespace SearchNews.Lucene.Tests.Analysis;

/// <summary>Compares our tokens with Lucene's, in the text form of <c>Analyze.java</c>.</summary>
internal static class AnalysisOracle
{
    /// <summary>Asserts that a chain of Lucene's gives the same terms, increments, offsets and end for every text.</summary>
    public static void ShouldAgree(Analyzer analyzer, string chain, IReadOnlyList<string> texts, params string[] arguments)
    {
        string[] theirs = Ask(chain, texts.Select(Escape), arguments);
        theirs.Length.ShouldBe(texts.Count);
        for (int i = 0; i < theirs.Length; i++)
        {
            string ours = Describe(analyzer, texts[i]);
            if (!ours.Equals(theirs[i], StringComparison.Ordinal))
                ours.ShouldBe(theirs[i], $"text {i}: {Escape(texts[i])}");
        }
    }

    /// <summary>Asserts that IndexWriter lays out the values of each field at the same positions and offsets.</summary>
    public static void ShouldAgreeOnFields(Analyzer analyzer, string chain, IReadOnlyList<string[]> fields, params string[] arguments)
    {
        string[] theirs = Ask("field:" + chain, fields.Select(values => string.Join('\t', values.Select(Escape))), arguments);
        theirs.Length.ShouldBe(fields.Count);
        for (int i = 0; i < theirs.Length; i++)
        {
            string ours = string.Concat(analyzer.Analyze(fields[i])
                .Select(static token => $"{token.Position} {token.StartOffset} {token.EndOffset} {Escape(token.Term)}\t"));
            ours.ShouldBe(theirs[i], $"field {i}");
        }
    }

    public static string[] Ask(string chain, IEnumerable<string> lines, params string[] arguments)
    {
        string answer = Oracle.RunWithInput("Analyze", string.Concat(lines.Select(static line => line + "\n")), [chain, .. arguments]);
        return answer.TrimEnd('\n').Split('\n');
    }

    public static string Describe(Analyzer analyzer, string text)
    {
        var description = new StringBuilder();
        TokenStream stream = analyzer.GetTokenStream(text);
        while (stream.IncrementToken())
        {
            Token token = stream.Token;
            description.Append($"{token.PositionIncrement} {token.StartOffset} {token.EndOffset} ").Append(Escape(token.ToString())).Append('\t');
        }

        return description.Append($"{stream.FinalPositionIncrement} {stream.FinalOffset}").ToString();
    }

    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(['\\', '\n', '\r', '\t']) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var escaped = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                escaped.Append(c).Append(text[++i]);
            else
                escaped.Append(c switch { '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString() });
        }

        return escaped.ToString();
    }
}
