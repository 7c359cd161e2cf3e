using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Highlighting;

/// <summary>
/// Finds what matched in a text by analysing it as it was indexed. Keeps its buffers from text to text; belongs to one thread.
/// </summary>
/// <param name="terms">What is looked for.</param>
internal sealed class TextMatcher(HighlightTerms terms)
{
    private readonly List<Match> _matches = [];
    private readonly List<PlacedToken> _placed = [];

    /// <summary>What matched in the last text, by start; may overlap.</summary>
    public IReadOnlyList<Match> Matches => _matches;

    /// <summary>Looks at a text.</summary>
    /// <param name="text">The text, as it was indexed.</param>
    /// <param name="field">Which field it is.</param>
    public void Find(string text, MarkedFields field)
    {
        _matches.Clear();
        Collect(ArticleSchema.News, terms.Stems, text, field);
        Collect(ArticleSchema.Words, terms.Words, text, field);
        if (_matches.Count > 1) _matches.Sort(static (left, right) => left.Start != right.Start ? left.Start - right.Start : left.End - right.End);
    }

    /// <summary>The matches of the last text as marks: what overlaps or touches is one, and so are the parts of a word with hyphens.</summary>
    public void AddMarks(string text, List<HighlightSpan> marks)
    {
        foreach (Match match in _matches)
        {
            if (marks.Count > 0 && Continues(text, marks[^1].End, match.Start)) marks[^1] = marks[^1] with { End = Math.Max(marks[^1].End, match.End) };
            else marks.Add(new HighlightSpan(match.Start, match.End));
        }
    }

    private static bool Continues(string text, int end, int start) => start <= end || (start == end + 1 && text[end] is '-' or '\u2011');

    private void Collect(Analyzer analyzer, TermSet set, string text, MarkedFields field)
    {
        if ((set.Fields & field) == MarkedFields.None) return;
        _placed.Clear();
        TokenStream stream = analyzer.GetTokenStream(text);
        Token token = stream.Token;
        int position = -1;
        while (stream.IncrementToken())
        {
            position += token.PositionIncrement;
            int number = set.Find(token.Term);
            if (number >= 0)
            {
                MarkedTerm term = set[number];
                if ((term.Alone & field) != MarkedFields.None) Add(text, token.StartOffset, token.EndOffset, term.Source);
                if ((term.InPhrases & field) != MarkedFields.None) _placed.Add(new PlacedToken(number, position, token.StartOffset, token.EndOffset));
            }

            foreach (MarkedPrefix prefix in set.Prefixes)
            {
                if ((prefix.Fields & field) != MarkedFields.None && token.Term.StartsWith(prefix.Letters, StringComparison.Ordinal))
                    Add(text, token.StartOffset, token.EndOffset, prefix.Source);
            }
        }

        foreach (MarkedPhrase phrase in set.Phrases)
        {
            if ((phrase.Fields & field) != MarkedFields.None) Collect(text, phrase);
        }
    }

    /// <summary>A phrase is one match, from its first word to its last.</summary>
    private void Collect(string text, MarkedPhrase phrase)
    {
        for (int first = 0; first < _placed.Count; first++)
        {
            if (_placed[first].Term != phrase.Terms[0]) continue;
            int last = first;
            int found = 1;
            for (int next = first + 1; next < _placed.Count && found < phrase.Terms.Length; next++)
            {
                int distance = _placed[next].Position - _placed[first].Position;
                if (distance > phrase.Positions[found]) break;
                if (distance < phrase.Positions[found]) continue;
                if (_placed[next].Term != phrase.Terms[found]) break;
                last = next;
                found++;
            }

            if (found == phrase.Terms.Length) Add(text, _placed[first].Start, _placed[last].End, phrase.Source);
        }
    }

    private void Add(string text, int start, int end, int source)
    {
        if (start < end) _matches.Add(new Match(GraphemeEdges.AtOrBefore(text, start), GraphemeEdges.AtOrAfter(text, end), source));
    }
}
