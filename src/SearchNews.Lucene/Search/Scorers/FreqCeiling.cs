using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>How often a term can occur in the documents of a run, and so what it can add to a score. Belongs to one thread.</summary>
internal sealed class FreqCeiling
{
    // A run of eight blocks: longer ones say less, and shorter ones cost more to find than they save.
    private const int Level = 1;

    private ImpactsEnum _impacts = null!;
    private SimScorer _scorer = null!;
    private bool _sharesNorms;
    private int _maxOfTerm;
    private int _maxFreq;

    /// <summary>Prepares the ceiling of one term in one segment.</summary>
    /// <param name="impacts">The term's postings, whose bounds are moved.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="state">Statistics of the term in this segment.</param>
    /// <param name="sharesNorms">True when the norms that are asked about are those of the term's field.</param>
    public FreqCeiling Set(ImpactsEnum impacts, SimScorer scorer, TermState state, bool sharesNorms)
    {
        _impacts = impacts;
        _scorer = scorer;
        _sharesNorms = sharesNorms;

        // Every other document takes at least one occurrence.
        _maxOfTerm = (int)Math.Clamp(state.TotalTermFreq - state.DocFreq + 1, 1, int.MaxValue);
        _maxFreq = 0;
        UpTo = -1;
        return this;
    }

    /// <summary>The last document that the ceiling holds for; -1 at first.</summary>
    public int UpTo { get; private set; } = -1;

    /// <summary>Moves to the run that holds a document, or that holds the term's next document; true when the ceiling changed.</summary>
    public bool MoveTo(int doc)
    {
        if (doc <= UpTo) return false;
        if (_impacts.DocId == DocIdSetIterator.NoMoreDocs)
        {
            UpTo = DocIdSetIterator.NoMoreDocs;
            return false;
        }

        _impacts.AdvanceShallow(Math.Max(doc, _impacts.DocId));
        int level = Math.Min(Level, _impacts.LevelCount - 1);
        UpTo = _impacts.GetDocIdUpTo(level);
        int maxFreq = Math.Min(_impacts.GetImpacts(level)[^1].Freq, _maxOfTerm);
        if (maxFreq == _maxFreq) return false;
        _maxFreq = maxFreq;
        return true;
    }

    /// <summary>The highest score of a document of the run.</summary>
    /// <param name="norm">Its norm, of whichever field was said.</param>
    public float MaxScore(byte norm) => _scorer.Score(_maxFreq, _sharesNorms ? (sbyte)norm : 0);
}
