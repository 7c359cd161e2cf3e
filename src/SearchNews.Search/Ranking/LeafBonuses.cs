using System.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Ranking;

/// <summary>The <see cref="TextBonuses"/> of one segment's documents, which are asked for in ascending order. Belongs to one thread.</summary>
internal sealed class LeafBonuses
{
    private readonly BoundPair[] _pairs;
    private readonly ScorerMatches? _whole;
    private readonly ScorerMatches? _wholeTitle;
    private readonly double _partFactor;
    private readonly double _mostPairs;
    private readonly TitleMatcher? _title;
    private readonly float _exactTitle;
    private int _noPairBefore;

    /// <summary>Looks the terms up.</summary>
    /// <param name="bonuses">The bonuses of the query.</param>
    /// <param name="reader">The segment.</param>
    /// <param name="whole">Which documents have all the words of the query; null when all that are asked for do.</param>
    /// <param name="wholeTitle">Which documents have all the terms of the title, wherever they stand in it; null when none can have the title, or all that are asked for have all the words.</param>
    public LeafBonuses(TextBonuses bonuses, LeafReader reader, ScorerMatches? whole, ScorerMatches? wholeTitle)
    {
        _whole = whole;
        _wholeTitle = wholeTitle;
        Debug.Assert(bonuses.PartFactor is >= 0 and <= 1, "Pairs count at most whole: bounds rely on it.");
        _partFactor = bonuses.PartFactor;
        var places = new Dictionary<Term, TermPlaces?>();
        TermPlaces? PlacesOf(string field, string text)
        {
            var term = new Term(field, text);
            if (!places.TryGetValue(term, out TermPlaces? known)) places[term] = known = TermPlaces.Find(reader, term);
            return known;
        }

        _pairs = [.. bonuses.Pairs.Select(pair => new BoundPair(pair, field => PlacesOf(field, pair.Pair.First), field => PlacesOf(field, pair.Pair.Second))).Where(pair => pair.Most > 0)];
        foreach (BoundPair pair in _pairs) _mostPairs += pair.Most;
        _title = bonuses.Title.Count == 0 ? null : TitleMatcher.Of(bonuses.Title, term => PlacesOf(ArticleFields.Title, term), reader);
        _exactTitle = bonuses.ExactTitle;
    }

    /// <summary>The most that pairs add to a document of this segment.</summary>
    public float MaxPairs => (float)_mostPairs;

    /// <summary>The most that the exact title adds to a document of this segment.</summary>
    public float MaxExactTitle => _title is null ? 0 : _exactTitle;

    /// <summary>The most that pairs add to a document of this segment that lacks words of the query, to which the exact title adds nothing; see <see cref="NextWhole"/>.</summary>
    public float MaxPairsInPart => (float)(_mostPairs * _partFactor);

    /// <summary>False where it is known, without a look at the document, that pairs add nothing to it.</summary>
    public bool MayHavePair(int doc) => doc >= _noPairBefore;

    /// <summary>True when documents may lack words of the query.</summary>
    public bool HasParts => _whole is not null;

    /// <summary>A document from the given one on before which all lack words of the query. Only where <see cref="HasParts"/> is true.</summary>
    public int NextWhole(int doc) => Math.Min(_whole!.Next(doc), _wholeTitle?.Next(doc) ?? DocIdSetIterator.NoMoreDocs);

    /// <summary>The most that pairs can add to a document, by the terms that it has: at least what <see cref="Pairs"/> says, at most <see cref="MaxPairs"/>. No positions are read.</summary>
    public float MostPairs(int doc)
    {
        if (doc < _noPairBefore) return 0;
        double sum = 0;
        foreach (BoundPair pair in _pairs) sum += pair.MostIn(doc);
        if (sum == 0)
        {
            int next = DocIdSetIterator.NoMoreDocs;
            foreach (BoundPair pair in _pairs) next = Math.Min(next, pair.Next(doc));
            _noPairBefore = next;
        }

        return Counted(sum, doc);
    }

    /// <summary>What pairs add to a document. Each sum of fewer or smaller values rounds to no more, so it is never above <see cref="MaxPairs"/>.</summary>
    public float Pairs(int doc)
    {
        double sum = 0;
        foreach (BoundPair pair in _pairs) sum += pair.Value(doc, out _);
        return Counted(sum, doc);
    }

    /// <summary>False where it is quickly told that the exact title adds nothing to a document.</summary>
    public bool MayHaveTitle(int doc) => _title is not null && _title.MayMatch(doc);

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

    private float Counted(double sum, int doc) => sum == 0 ? 0 : (float)(sum * FactorOf(doc));

    private double FactorOf(int doc) => _whole is null || _whole.Contains(doc) ? 1 : _partFactor;
}
