using SearchNews.Search.Embedded;

namespace SearchNews.Search.Ranking;

/// <summary>
/// Adds bonuses and priors to the text scores of one segment's documents: <c>text + pairs + exactTitle + quality + coverage + recency</c>, in single precision and in that order. Documents are
/// asked for in ascending order. Belongs to one thread.
/// </summary>
internal sealed class RankedScores
{
    // The five sums of a score and the bound itself are rounded, by at most 2^-24 of the wanted score each; one more for what is left of higher order.
    private const double Slack = 7.0 / (1 << 24);

    private readonly LeafBonuses _bonuses;
    private readonly Priors _priors;
    private readonly SignalColumns _columns;
    private readonly float _maxPairs;
    private readonly float _maxExactTitle;
    private readonly float _maxPairsInPart;
    private readonly float _maxQuality;
    private readonly float _maxCoverage;
    private readonly float _maxRecency;

    // The most that signals add in the block of the last document.
    private int _block = -1;
    private float _blockQuality;
    private float _blockCoverage;
    private float _blockRecency;

    /// <summary>Prepares a segment.</summary>
    /// <param name="bonuses">What the order of words adds.</param>
    /// <param name="priors">What the articles' signals add.</param>
    /// <param name="columns">The signals.</param>
    public RankedScores(LeafBonuses bonuses, Priors priors, SignalColumns columns)
    {
        _bonuses = bonuses;
        _priors = priors;
        _columns = columns;
        _maxPairs = bonuses.MaxPairs;
        _maxExactTitle = bonuses.MaxExactTitle;
        _maxPairsInPart = bonuses.MaxPairsInPart;
        _maxQuality = priors.Quality(columns.Maxima.Quality);
        _maxCoverage = priors.Coverage(columns.Maxima.Coverage);
        _maxRecency = priors.Recency(columns.Maxima.PublishedAt);
    }

    /// <summary>True when some documents may lack words of the query, and those get less.</summary>
    public bool HasParts => _bonuses.HasParts;

    /// <summary>A document from the given one on before which all lack words of the query, so that <see cref="InPart"/> may be asked. Only where <see cref="HasParts"/> is true.</summary>
    public int NextWhole(int doc) => _bonuses.NextWhole(doc);

    /// <summary>
    /// The score of a document; where that cannot reach the lowest one wanted, any value below it. What is dear is only looked at where the most it could be would reach that: the block and the norm of the title, the
    /// document's signals, positions in the title, which terms are in which field, and their positions.
    /// </summary>
    /// <param name="doc">The document.</param>
    /// <param name="text">Its text score.</param>
    /// <param name="minScore">The lowest score wanted.</param>
    public float Of(int doc, float text, float minScore) => Of(doc, text, minScore, _maxPairs, _maxExactTitle);

    /// <summary>The same for a document before <see cref="NextWhole"/>.</summary>
    public float InPart(int doc, float text, float minScore) => Of(doc, text, minScore, _maxPairsInPart, 0);

    /// <summary>A bound of the scores of documents whose text scores have this one.</summary>
    public float Bound(float text) => text + _maxPairs + _maxExactTitle + _maxQuality + _maxCoverage + _maxRecency;

    /// <summary>The lowest text score wanted; not positive when every one is.</summary>
    /// <param name="minScore">The lowest score wanted.</param>
    public float LeastText(float minScore) => LeastText(minScore, (double)_maxPairs + _maxExactTitle + _maxQuality + _maxCoverage + _maxRecency);

    /// <summary>The lowest text score wanted of documents before <see cref="NextWhole"/>.</summary>
    public float LeastTextInPart(float minScore) => LeastText(minScore, (double)_maxPairsInPart + _maxQuality + _maxCoverage + _maxRecency);

    /// <summary>No text score below this reaches the wanted score, whatever is added; not positive when any may.</summary>
    /// <param name="minScore">The wanted score.</param>
    /// <param name="most">The most that is added to the text, unrounded.</param>
    internal static float LeastText(float minScore, double most) => (float)((minScore * (1 - Slack)) - most);

    private float Of(int doc, float text, float minScore, float maxPairs, float maxExactTitle)
    {
        // Float addition never falls when a summand rises, so greater summands give a bound.
        EnterBlockOf(doc);
        float pairs = _bonuses.MayHavePair(doc) ? maxPairs : 0;
        float exactTitle = maxExactTitle > 0 && _bonuses.MayHaveTitle(doc) ? maxExactTitle : 0;
        if (text + pairs + exactTitle + _blockQuality + _blockCoverage + _blockRecency < minScore) return text;
        float quality = _priors.Quality(_columns, doc);
        float coverage = _priors.Coverage(_columns, doc);
        if (text + pairs + exactTitle + quality + coverage + _blockRecency < minScore) return text;
        float recency = _priors.Recency(_columns, doc);
        if (Sum() < minScore) return text;
        if (exactTitle > 0) exactTitle = _bonuses.ExactTitle(doc);
        if (pairs > 0 && Sum() >= minScore) pairs = _bonuses.MostPairs(doc);
        if (pairs > 0 && Sum() >= minScore) pairs = _bonuses.Pairs(doc);
        return Sum();

        float Sum() => text + pairs + exactTitle + quality + coverage + recency;
    }

    private void EnterBlockOf(int doc)
    {
        int block = SignalMaxima.BlockOf(doc);
        if (block == _block) return;
        _block = block;
        _blockQuality = _priors.Quality(_columns.Maxima.QualityOf(block));
        _blockCoverage = _priors.Coverage(_columns.Maxima.CoverageOf(block));
        _blockRecency = _priors.Recency(_columns.Maxima.PublishedAtOf(block));
    }
}
