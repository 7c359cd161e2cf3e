using SearchNews.Lucene.Index;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Ranking;

/// <summary>The <see cref="TextBonuses"/> of one segment's documents, which are asked for in ascending order. Belongs to one thread.</summary>
internal sealed class LeafBonuses
{
    private readonly BoundPair[] _pairs;
    private readonly WholeMatches? _whole;
    private readonly double _partFactor;
    private readonly TitleMatcher? _title;
    private readonly float _exactTitle;

    /// <summary>Looks the terms up.</summary>
    /// <param name="bonuses">The bonuses of the query.</param>
    /// <param name="reader">The segment.</param>
    /// <param name="whole">Which documents have all the words of the query; null when all that are asked for do.</param>
    public LeafBonuses(TextBonuses bonuses, LeafReader reader, WholeMatches? whole)
    {
        _whole = whole;
        _partFactor = bonuses.PartFactor;
        var places = new Dictionary<Term, TermPlaces?>();
        TermPlaces? PlacesOf(string field, string text)
        {
            var term = new Term(field, text);
            if (!places.TryGetValue(term, out TermPlaces? known)) places[term] = known = TermPlaces.Find(reader, term);
            return known;
        }

        _pairs = [.. bonuses.Pairs.Select(pair => new BoundPair(pair, field => PlacesOf(field, pair.Pair.First), field => PlacesOf(field, pair.Pair.Second))).Where(pair => pair.Most > 0)];
        double most = 0;
        foreach (BoundPair pair in _pairs) most += pair.Most;
        MaxPairs = (float)most;
        _title = bonuses.Title.Count == 0 ? null : TitleMatcher.Of(bonuses.Title, term => PlacesOf(ArticleFields.Title, term), reader);
        _exactTitle = bonuses.ExactTitle;
    }

    /// <summary>The most that pairs add to a document of this segment.</summary>
    public float MaxPairs { get; }

    /// <summary>The most that the exact title adds to a document of this segment.</summary>
    public float MaxExactTitle => _title is null ? 0 : _exactTitle;

    /// <summary>What pairs add to a document. Each sum of fewer or smaller values rounds to no more, so it is never above <see cref="MaxPairs"/>.</summary>
    public float Pairs(int doc)
    {
        double sum = 0;
        foreach (BoundPair pair in _pairs) sum += pair.Value(doc, out _);
        return (float)(sum * FactorOf(doc));
    }

    /// <summary>What the exact title adds to a document.</summary>
    public float ExactTitle(int doc) => _title is not null && _title.Matches(doc) ? _exactTitle : 0;

    /// <summary>The pairs that a document has, in the order of the query.</summary>
    public IReadOnlyList<FoundPair> Find(int doc)
    {
        var found = new List<FoundPair>();
        foreach (BoundPair pair in _pairs)
        {
            double value = pair.Value(doc, out bool inTitle) * FactorOf(doc);
            if (value > 0) found.Add(new FoundPair(pair.Words, inTitle, value));
        }

        return found;
    }

    private double FactorOf(int doc) => _whole is null || _whole.Contains(doc) ? 1 : _partFactor;
}
