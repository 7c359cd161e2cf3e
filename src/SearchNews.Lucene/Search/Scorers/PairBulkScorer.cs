using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents that one or both of two frequent terms have, the more frequent as bits in memory, once the lowest score wanted is so high that few of them need to be scored. Belongs to one thread.
/// </summary>
internal abstract class PairBulkScorer : BulkScorer
{
    private readonly SumBatch _batch = new();
    private float _chosenFor;

    /// <summary>The terms.</summary>
    protected const int Terms = 2;

    /// <summary>The scorer for two clauses of a disjunction; null when they are not such terms.</summary>
    public static PairBulkScorer? For(WindowClause left, WindowClause right)
    {
        if (left is not ImpactTierClause rarer || right is not ImpactTierClause other) return null;
        if (rarer.Term.Count > other.Term.Count) (rarer, other) = (other, rarer);
        if (other.Term.Bits is null) return null;
        DenseTerm dense = SearchMemory.Take<DenseTerm>().Set(other.Term, other.Scores);
        PairBulkScorer scorer = rarer.Term.Bits is null
            ? SearchMemory.Take<ListPairBulkScorer>().Set(rarer, dense)
            : SearchMemory.Take<DensePairBulkScorer>().Set(SearchMemory.Take<DenseTerm>().Set(rarer.Term, rarer.Scores), dense);
        scorer._chosenFor = 0;
        return scorer;
    }

    /// <summary>Whether a lowest score is high enough; all higher ones are then.</summary>
    public abstract bool CanScore(float minScore);

    /// <inheritdoc/>
    public sealed override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        Start(min, max);
        while (min < max && !collector.IsTerminated)
        {
            if (collector.MinCompetitiveScore > _chosenFor) Choose(_chosenFor = collector.MinCompetitiveScore);
            int count = Read(ref min, max, _batch);
            if (count > 0) _batch.Collect(collector, liveDocs, count);
        }

        return min;
    }

    /// <summary>Begins reading.</summary>
    protected abstract void Start(int min, int max);

    /// <summary>Chooses which documents are read from now on: those that may reach a score.</summary>
    protected abstract void Choose(float minScore);

    /// <summary>Reads the next documents, as many as fit into a batch, and their scores.</summary>
    /// <param name="min">The first that may be read; becomes the first that was not.</param>
    /// <param name="max">Above the last.</param>
    /// <param name="batch">Receives them.</param>
    /// <returns>How many there are, possibly none before the end.</returns>
    protected abstract int Read(ref int min, int max, SumBatch batch);
}
