using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.QuerySyntax;

/// <summary>Collects the runs of plain words of a query, with their positions: stop words take a position and have no term. Belongs to one thread.</summary>
internal sealed class PlainRuns
{
    private readonly List<IReadOnlyList<PlacedTerm>> _runs = [];
    private List<PlacedTerm> _run = [];
    private int _position;

    /// <summary>The runs of two terms or more.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedTerm>> ToRuns()
    {
        Break();
        return _runs;
    }

    /// <summary>The next word.</summary>
    /// <param name="word">The word as typed.</param>
    /// <param name="correction">A better spelling that stands in its place too, or null.</param>
    /// <param name="correctionWeight">What that counts.</param>
    public void Add(string word, string? correction = null, double correctionWeight = 1)
    {
        int next = Place(word, 1);
        if (correction is not null)
        {
            next = Math.Max(next, Place(correction, correctionWeight));
            _run.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        }

        _position = next;
    }

    /// <summary>Something stands between the words before and those after.</summary>
    public void Break()
    {
        if (_run.Count > 1)
        {
            _runs.Add(_run);
            _run = [];
        }

        _run.Clear();
        _position = 0;
    }

    /// <summary>Places the terms of a word and returns the position after it.</summary>
    private int Place(string word, double weight)
    {
        TokenStream tokens = ArticleSchema.News.GetTokenStream(word);
        int position = _position - 1;
        while (tokens.IncrementToken())
        {
            position += tokens.Token.PositionIncrement;
            _run.Add(new PlacedTerm(tokens.Token.ToString(), position, word, weight));
        }

        return position + 1 + tokens.FinalPositionIncrement;
    }
}
