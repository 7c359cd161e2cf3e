using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Suggesting;

/// <summary>
/// What is in a search box while it is typed: words before, and the beginning of a last one. Signs of the query syntax stay in the text and are looked through; any text
/// will do. Words that an article need not have are none to go by: excluded ones (<c>-word</c>, <c>NOT word</c>), values of <c>site:</c>, <c>topic:</c> and <c>type:</c>, and what stands before <c>OR</c>.
/// </summary>
internal sealed class TypedText
{
    /// <summary>With more words before the last, nothing is suggested: a search would not take them all.</summary>
    public const int MaxWords = 32;

    private static readonly char[] Opening = ['+', '(', '"'];
    private static readonly string[] TextFields = ["title:", "excerpt:"];
    private static readonly string[] OtherFields = ["site:", "topic:", "type:"];

    private readonly List<TypedWord> _words = [];

    private TypedText(string text) => Text = text;

    /// <summary>The text; what is before the last word is kept as typed.</summary>
    public string Text { get; }

    /// <summary>The words before the last, in their order.</summary>
    public IReadOnlyList<TypedWord> Words => _words;

    /// <summary>Where the last word begins in the text; its end when the last word is finished.</summary>
    public int PrefixStart { get; private set; }

    /// <summary>The beginning of the last word in lower case and without accents; empty when the last word is finished.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>Whether there is a last word to complete, or words to go on from.</summary>
    public bool CanGoOn { get; private set; }

    /// <summary>True when a quotation has not been closed yet.</summary>
    public bool HasOpenQuote { get; private set; }

    /// <summary>Takes a text apart.</summary>
    public static TypedText Parse(string text)
    {
        var typed = new TypedText(text.TrimStart());
        typed.Read();
        return typed;
    }

    private void Read()
    {
        HasOpenQuote = Text.Count(c => c == '"') % 2 == 1;
        bool isExcluded = false;
        PrefixStart = Text.Length;
        CanGoOn = true;
        int at = 0;
        while (at < Text.Length)
        {
            if (char.IsWhiteSpace(Text[at]))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < Text.Length && !char.IsWhiteSpace(Text[end])) end++;
            bool isLast = end == Text.Length;
            ReadOnlySpan<char> run = Text.AsSpan(at, end - at);
            if (!isLast && run is "OR") _words.Clear();
            else if (!isLast && run is "AND") isExcluded = false;
            else if (!isLast && run is "NOT") isExcluded = true;
            else
            {
                ReadRun(at, end, isLast, isExcluded);
                isExcluded = false;
            }

            at = end;
        }

        // After NOT comes what is not wanted.
        CanGoOn &= !isExcluded && _words.Count <= MaxWords && (Prefix.Length > 0 || _words.Count > 0);
    }

    private void ReadRun(int start, int end, bool isLast, bool isExcluded)
    {
        while (start < end && Opening.Contains(Text[start])) start++;
        isExcluded |= start < end && Text[start] == '-';
        foreach (string field in TextFields)
        {
            if (Text.AsSpan(start, end - start).StartsWith(field, StringComparison.OrdinalIgnoreCase)) start += field.Length;
        }

        ReadOnlySpan<char> run = Text.AsSpan(start, end - start);
        foreach (string field in OtherFields) isExcluded |= run.StartsWith(field, StringComparison.OrdinalIgnoreCase);
        if (isExcluded)
        {
            CanGoOn &= !isLast;
            return;
        }

        // Signs of a prefix or a spelling end no word.
        int lettersEnd = isLast ? start + run.TrimEnd("*~").Length : end;
        IReadOnlyList<AnalyzedToken> tokens = ArticleSchema.Words.Analyze(Text[start..lettersEnd]);
        for (int i = 0; i < tokens.Count; i++)
        {
            AnalyzedToken token = tokens[i];
            if (isLast && i == tokens.Count - 1 && start + token.EndOffset == lettersEnd)
            {
                PrefixStart = start + token.StartOffset;
                Prefix = Fold(token.Term);
            }
            else
            {
                _words.Add(new TypedWord(Fold(token.Term), start + token.StartOffset, start + token.EndOffset));
            }
        }
    }

    /// <summary>A term of <c>words</c> without accents.</summary>
    public static string Fold(string word) => System.Text.Ascii.IsValid(word) ? word : ArticleSchema.News.Normalize(word);
}
