using System.Globalization;
using SearchNews.Search.Responses;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Prints an explanation for people.</summary>
internal static class ExplanationTables
{
    /// <summary>Sentence and parts, words where they were asked for, and the comparison if there is one.</summary>
    public static void Write(CommandContext context, ExplainResponse response)
    {
        Write(context.Terminal, response);
        if (response.Versus is { } versus)
        {
            WriteSentence(context.Terminal, versus.Sentence);
            HitText.WriteId(context.Terminal, "", versus.Id);
            WriteParts(context.Terminal, versus.Parts);
        }
    }

    /// <summary>Sentence and parts, and words where they were asked for.</summary>
    public static void Write(IAnsiConsole terminal, ScoreExplanation explanation)
    {
        WriteSentence(terminal, explanation.Sentence);
        WriteParts(terminal, explanation.Parts);
        if (explanation.Terms is { Count: > 0 } terms) WriteTerms(terminal, terms);
    }

    private static void WriteSentence(IAnsiConsole terminal, string sentence) =>
        terminal.Write(new HangingText("", 0, [new TextPart(MarkedText.Plain(sentence), new Style(decoration: Decoration.Bold))]));

    private static void WriteParts(IAnsiConsole terminal, ScoreParts parts) => RowTable.Write(terminal, ["part", "value", "share", "why"], new[]
    {
        ("text", parts.Text), ("pairs", parts.Pairs), ("exact title", parts.ExactTitle), ("quality", parts.Quality), ("coverage", parts.Coverage), ("recency", parts.Recency),
    }.Select(part => new object[] { part.Item1, Number(part.Item2.Value), part.Item2.Share.ToString("0%", CultureInfo.InvariantCulture), part.Item2.Why }));

    private static void WriteTerms(IAnsiConsole terminal, IReadOnlyList<TermExplanation> terms) => RowTable.Write(terminal, ["word", "field", "tf", "docFreq", "idf", "length", "value"],
        terms.Select(term => new object[] { term.Term, term.Field, Number(term.Tf), term.DocFreq, Number(term.Idf), Number(term.Length), Number(term.Value) }));

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
