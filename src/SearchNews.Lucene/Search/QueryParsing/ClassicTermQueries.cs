using System.Globalization;
using System.Text;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.QueryParsing;

/// <summary>Makes queries of words, phrases and patterns, with each field's analyzer.</summary>
internal sealed class ClassicTermQueries
{
    private readonly Func<string, Analyzer> _analyzerOf;
    private readonly Occur _occur;
    private readonly bool _allowLeadingWildcard;

    /// <summary>Sets what all words share.</summary>
    /// <param name="analyzerOf">The analyzer of a field.</param>
    /// <param name="occur">What is asked of words that come of one text.</param>
    /// <param name="allowLeadingWildcard">True to allow patterns that begin with a wildcard.</param>
    public ClassicTermQueries(Func<string, Analyzer> analyzerOf, Occur occur, bool allowLeadingWildcard)
    {
        _analyzerOf = analyzerOf;
        _occur = occur;
        _allowLeadingWildcard = allowLeadingWildcard;
    }

    /// <summary>The query of a token that is a word, a phrase or a pattern; null when analysis removes it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="token">The token.</param>
    /// <param name="tilde">The slop or fuzziness behind it; null for none.</param>
    public Query? Term(string field, ClassicToken token, ClassicToken? tilde)
    {
        switch (token.Kind)
        {
            case ClassicTokenKind.Quoted:
                return Phrase(field, ClassicEscapes.Remove(token.Text, token.Position + 1), Slop(tilde));
            case ClassicTokenKind.Prefix:
                return new PrefixQuery(field, Normalize(field, ClassicEscapes.Remove(token.Text, token.Position)));
            case ClassicTokenKind.Star or ClassicTokenKind.Wildcard:
                return Wildcard(field, token);
            default:
                string text = ClassicEscapes.Remove(token.Text, token.Position);
                return tilde is { } fuzziness ? Fuzzy(field, text, fuzziness) : Words(field, text, token.Position);
        }
    }

    /// <summary>A text as alternatives, or as required words, when it has several; null when analysis removes all of it.</summary>
    public Query? Words(string field, string text, int position)
    {
        List<(Term Term, int Position)> terms = Analyze(field, text);
        if (terms.Count < 2) return terms.Count == 0 ? null : new TermQuery(terms[0].Term);
        try
        {
            return BooleanQuery.Of(_occur, terms.Select(term => new TermQuery(term.Term)));
        }
        catch (TooManyClausesException e)
        {
            throw new QueryParseException(e.Message, position, e);
        }
    }

    /// <summary>A text in one piece, as the field's terms are written.</summary>
    public string Normalize(string field, string text) => _analyzerOf(field).Normalize(text);

    private Query? Phrase(string field, string text, int slop)
    {
        List<(Term Term, int Position)> terms = Analyze(field, text);
        if (terms.Count < 2) return terms.Count == 0 ? null : new TermQuery(terms[0].Term);
        var phrase = new PhraseQuery.Builder { Slop = slop };
        foreach ((Term term, int position) in terms) phrase.Add(term, position);
        return phrase.Build();
    }

    private List<(Term Term, int Position)> Analyze(string field, string text)
    {
        var terms = new List<(Term Term, int Position)>();
        TokenStream stream = _analyzerOf(field).GetTokenStream(text);
        int position = -1;
        while (stream.IncrementToken())
        {
            position += stream.Token.PositionIncrement;
            terms.Add((new Term(field, stream.Token.ToString()), position));
        }

        return terms;
    }

    private static int Slop(ClassicToken? tilde)
    {
        int slop = tilde is { } token ? (int)Number(token.Text, otherwise: 0) : 0;
        return slop >= 0 ? slop : throw new QueryParseException("The slop of a phrase cannot be negative.", tilde!.Value.Position);
    }

    // As in Lucene, what is no number counts for nothing.
    private static float Number(string text, float otherwise)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        ReadOnlySpan<char> digits = text.Length > 0 && "fFdD".Contains(text[^1]) ? text.AsSpan(0, text.Length - 1) : text;
        return digits.ContainsAnyInRange('0', '9') && float.TryParse(digits, Style, CultureInfo.InvariantCulture, out float number) ? number : otherwise;
    }

    private FuzzyQuery Fuzzy(string field, string text, ClassicToken tilde)
    {
        float similarity = Number(tilde.Text, otherwise: FuzzyQuery.MaxSupportedEdits);
        if (similarity < 0) throw new QueryParseException("A number of edits cannot be negative; use ~1 or ~2.", tilde.Position);
        if (similarity >= 1 && similarity != MathF.Truncate(similarity))
            throw new QueryParseException("A number of edits must be whole: ~1 or ~2; numbers below 1 mean how similar a word must be.", tilde.Position);
        string term = Normalize(field, text);
        return new FuzzyQuery(new Term(field, term), FuzzyQuery.EditsOfSimilarity(similarity, term.EnumerateRunes().Count()));
    }

    private Query Wildcard(string field, ClassicToken token)
    {
        if (token is { Kind: ClassicTokenKind.Star } && field == "*") return MatchAllDocsQuery.Instance;
        if (!_allowLeadingWildcard && token.Text[0] is '*' or '?')
            throw new QueryParseException("A pattern cannot begin with * or ?, which would look at every term; give its first letters, or write *:* to find everything.", token.Position);
        return new WildcardQuery(field, NormalizePattern(field, token.Text));
    }

    // Wildcards and escaped characters stay as they are; what is between them is normalized.
    private string NormalizePattern(string field, string pattern)
    {
        var normalized = new StringBuilder();
        int start = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is not ('*' or '?' or '\\')) continue;
            AppendNormalized(i);
            int length = pattern[i] == '\\' ? 2 : 1;
            normalized.Append(pattern, i, length);
            i += length - 1;
            start = i + 1;
        }

        AppendNormalized(pattern.Length);
        return normalized.ToString();

        void AppendNormalized(int end)
        {
            if (end > start) normalized.Append(Normalize(field, pattern[start..end]));
        }
    }
}
