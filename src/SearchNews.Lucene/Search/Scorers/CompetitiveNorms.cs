using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Tells which frequencies and norms reach a lowest score. As scores never rise with the norm, one bound says it for a frequency. Belongs to one thread.
/// </summary>
/// <param name="scorer">Scores frequency and norm.</param>
internal sealed class CompetitiveNorms(SimScorer scorer)
{
    private const int NormCount = 256;

    private float _minScore = float.NaN;
    private int _highestOfOne;

    /// <summary>The lowest score wanted.</summary>
    public float MinScore
    {
        get => _minScore;
        set
        {
            if (value.Equals(_minScore)) return;
            _minScore = value;
            _highestOfOne = Highest(1);
        }
    }

    /// <summary>The highest norm byte with which frequency 1 reaches the score; -1 when none does.</summary>
    public int HighestOfOne => _highestOfOne;

    /// <summary>True when the score is reached.</summary>
    public bool Contains(int freq, byte norm) => freq == 1 ? norm <= _highestOfOne : Reaches(freq, norm);

    private bool Reaches(int freq, int norm) => scorer.Score(freq, (sbyte)norm) >= _minScore;

    private int Highest(int freq)
    {
        int reaching = -1;
        int failing = NormCount;
        while (failing - reaching > 1)
        {
            int middle = (reaching + failing) >> 1;
            if (Reaches(freq, middle)) reaching = middle;
            else failing = middle;
        }

        return reaching;
    }
}
