using System.Buffers;

namespace SearchNews.Search.QuerySyntax;

/// <summary>Splits query text into tokens. Never fails: what has no meaning is part of a word.</summary>
internal static class QueryLexer
{
    private static readonly string[] Fields = ["title", "excerpt", "site", "topic", "type"];

    // Quotes that keyboards and word processors put in place of the plain one.
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"\u201C\u201D\u201E\u00AB\u00BB");

    public static List<QueryToken> Tokenize(string text, List<string> warnings)
    {
        var tokens = new List<QueryToken>();
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                at++;
            else if (c is '(' or ')')
                at = ReadParenthesis(text, at, tokens, warnings);
            else if (Quotes.Contains(c))
                at = ReadPhrase(text, at, tokens, warnings);
            else if (c is '+' or '-' && StartsSomething(text, at + 1))
                tokens.Add(new QueryToken(c == '+' ? QueryTokenKind.Plus : QueryTokenKind.Minus, text[at++..at]));
            else
                at = ReadWord(text, at, tokens, warnings);
        }

        return tokens;
    }

    /// <summary>A sign is an operator only right before a word, a phrase or a group: in <c>a - b</c> and <c>a -> b</c> it is a dash, in <c>-#tag</c> it is none.</summary>
    private static bool StartsSomething(string text, int at)
    {
        for (; at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (')' or '+' or '-'); at++)
        {
            if (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || text[at] == '(' || Quotes.Contains(text[at])) return true;
        }

        return false;
    }

    private static int ReadPhrase(string text, int start, List<QueryToken> tokens, List<string> warnings)
    {
        int end = text.AsSpan(start + 1).IndexOfAny(Quotes);
        if (end < 0)
        {
            warnings.Add("A quotation mark is not closed; its words are searched one by one.");
            return start + 1;
        }

        tokens.Add(new QueryToken(QueryTokenKind.Phrase, text.Substring(start + 1, end).Trim()));
        return SkipFactor(text, start + end + 2, warnings);
    }

    private static int ReadParenthesis(string text, int at, List<QueryToken> tokens, List<string> warnings)
    {
        bool opens = text[at] == '(';
        tokens.Add(new QueryToken(opens ? QueryTokenKind.Open : QueryTokenKind.Close, text[at..(at + 1)]));
        return opens ? at + 1 : SkipFactor(text, at + 1, warnings);
    }

    /// <summary>Lucene's nearness and weight after a phrase or a group, such as <c>"a b"~3</c> and <c>(a b)^2</c>: not part of this syntax, and no words either.</summary>
    private static int SkipFactor(string text, int start, List<string> warnings)
    {
        int end = start;
        while (end < text.Length && text[end] is '~' or '^')
        {
            end++;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        }

        string warning = WordFactor.Warning(text[start..end]);
        if (end > start && !warnings.Contains(warning, StringComparer.Ordinal)) warnings.Add(warning);
        return end;
    }

    private static int ReadWord(string text, int start, List<QueryToken> tokens, List<string> warnings)
    {
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')') && !Quotes.Contains(text[end]))
        {
            if (text[end] == ':' && IsField(text[start..end]))
            {
                tokens.Add(new QueryToken(QueryTokenKind.Field, text[start..end]));
                return end + 1;
            }

            end++;
        }

        string word = text[start..end];
        tokens.Add(word switch
        {
            "AND" or "&&" => new QueryToken(QueryTokenKind.And, word),
            "OR" or "||" => new QueryToken(QueryTokenKind.Or, word),
            "NOT" => new QueryToken(QueryTokenKind.Minus, word),
            _ => new QueryToken(QueryTokenKind.Word, word),
        });
        WarnOfUnknownField(word, warnings);
        return end;
    }

    private static bool IsField(string name) => Fields.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static void WarnOfUnknownField(string word, List<string> warnings)
    {
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon < word.Length - 1 && word.AsSpan(0, colon).IndexOfAnyExceptInRange('a', 'z') < 0 && !word.Contains("//", StringComparison.Ordinal))
            warnings.Add($"'{word[..colon]}' is not a field; its words are searched. Fields are {string.Join(", ", Fields)}.");
    }
}
