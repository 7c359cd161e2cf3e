using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Highlighting;

/// <summary>A query made of known parts, and a plain answer to which words of a text it marks.</summary>
internal sealed class NaiveHighlights
{
    private static readonly string[] Forms = ["word", "word", "word", "title", "excerpt", "excluded", "phrase", "prefix"];

    private readonly List<(string Form, string Text)> _parts = [];

    /// <summary>The query as a user types it.</summary>
    public string Query => string.Join(' ', _parts.Select(part => part.Form switch
    {
        "title" or "excerpt" => $"{part.Form}:{part.Text}",
        "excluded" => $"-{part.Text}",
        "phrase" => $"\"{part.Text}\"",
        "prefix" => $"{part.Text}*",
        _ => part.Text,
    }));

    /// <summary>Some parts, one of which is a word.</summary>
    public static NaiveHighlights Any(Random random)
    {
        var any = new NaiveHighlights();
        any._parts.Add(("word", "quantum"));
        for (int i = random.Next(4); i >= 0; i--)
        {
            string form = Forms[random.Next(Forms.Length)];
            string text = form == "phrase" ? SomeArticles.Text(random, random.Next(1, 4)) : SomeArticles.Words[random.Next(SomeArticles.Words.Length)];
            if (form == "prefix" && !text.All(char.IsAsciiLetter)) continue;
            any._parts.Add((form, form == "prefix" ? text[..Math.Min(text.Length, random.Next(2, 4))] : text));
        }

        return any;
    }

    /// <summary>The words of a text, stop words among them, that are marked.</summary>
    public HighlightSpan[] TokensOf(string text, string field)
    {
        IReadOnlyList<AnalyzedToken> words = ArticleSchema.Words.Analyze(text);
        var marked = new bool[words.Count];
        foreach ((string form, string part) in _parts)
        {
            if (form is "excluded" || (form is "title" or "excerpt" && form != field)) continue;
            if (form == "phrase") MarkPhrase(words, marked, [.. ArticleSchema.Words.Analyze(part).Select(token => token.Term)]);
            else if (form == "prefix") Mark(words, marked, word => word.Term.StartsWith(part, StringComparison.Ordinal));
            else MarkStems(text, words, marked, part);
        }

        return [.. words.Where((_, i) => marked[i]).Select(word => new HighlightSpan(word.StartOffset, word.EndOffset))];
    }

    private static void MarkStems(string text, IReadOnlyList<AnalyzedToken> words, bool[] marked, string part)
    {
        string[] stems = [.. ArticleSchema.News.Analyze(part).Select(token => token.Term)];
        int[] starts = [.. ArticleSchema.News.Analyze(text).Where(token => stems.Contains(token.Term, StringComparer.Ordinal)).Select(token => token.StartOffset)];
        Mark(words, marked, word => starts.Contains(word.StartOffset));
    }

    private static void Mark(IReadOnlyList<AnalyzedToken> words, bool[] marked, Func<AnalyzedToken, bool> matches)
    {
        for (int i = 0; i < words.Count; i++) marked[i] |= matches(words[i]);
    }

    private static void MarkPhrase(IReadOnlyList<AnalyzedToken> words, bool[] marked, string[] phrase)
    {
        for (int start = 0; start + phrase.Length <= words.Count; start++)
        {
            if (!words.Skip(start).Take(phrase.Length).Select(word => word.Term).SequenceEqual(phrase, StringComparer.Ordinal)) continue;
            for (int i = start; i < start + phrase.Length; i++) marked[i] = true;
        }
    }
}
