using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Chooses which tiers of the clauses of a disjunction are essential: no document can reach the lowest score wanted on the others alone, so these need not be walked, but only asked about the
/// documents that the essential ones found. Belongs to one thread.
/// </summary>
/// <remarks>
/// Many choices keep the others' bounds below that score. The fewer documents the essential tiers have, the closer the bounds come to it, and the more of those documents have to be looked up. Several choices are made,
/// for bounds below several parts of the score, and the cheapest by an estimate is taken. A choice takes tiers out in the order of documents saved for each bit of bound that they add; a clause's last tier first.
/// </remarks>
internal sealed class EssentialTiers
{
    // Looking a document up takes as long as scoring so many in bulk.
    private const double LookUpCost = 3;

    // A document that several essential clauses match scores higher than by one of them: for the estimate, by so much of the highest score a clause.
    private const double ShareOfOthers = 0.05;

    // Parts of the lowest score.
    private static readonly double[] Parts = [1, 0.85, 0.7, 0.55, 0.4];

    private WindowClause[] _clauses = [];
    private int _count;
    private Step[] _steps = [];
    private int _stepCount;
    private int[] _essential = []; // tiers of each clause
    private float[] _rests = []; // bounds of the other tiers of each clause
    private Rest[] _others = [];
    private int _otherCount;

    /// <summary>The only clause with essential tiers; -1 when there are several.</summary>
    public int OnlyClause { get; private set; }

    /// <summary>The sum of what the tiers that are not essential can add to a score, at most.</summary>
    public double RestSum { get; private set; }

    /// <summary>The clauses with tiers that are not essential, the highest bound first.</summary>
    public ReadOnlySpan<Rest> Others => _others.AsSpan(0, _otherCount);

    /// <summary>Prepares choosing among clauses.</summary>
    /// <param name="clauses">The clauses.</param>
    /// <param name="count">How many of them.</param>
    public EssentialTiers Set(WindowClause[] clauses, int count)
    {
        _clauses = clauses;
        _count = count;
        SearchMemory.Fit(ref _essential, count);
        SearchMemory.Fit(ref _rests, count);
        SearchMemory.Fit(ref _others, count);
        int tiers = 0;
        for (int i = 0; i < count; i++) tiers += clauses[i].TierCount;
        SearchMemory.Fit(ref _steps, tiers);
        return this;
    }

    /// <summary>How many of the first tiers of a clause are essential.</summary>
    public int TiersOf(int clause) => _essential[clause];

    /// <summary>Asks the clauses for the bounds of a run of documents, from <paramref name="from"/> (which never falls) to <paramref name="upTo"/>.</summary>
    public void FindBounds(int from, int upTo)
    {
        _stepCount = 0;
        for (int i = 0; i < _count; i++)
        {
            double worth = double.PositiveInfinity;
            float before = 0;
            for (int tier = _clauses[i].TierCount - 1; tier >= 0; tier--)
            {
                float bound = _clauses[i].GetMaxScore(tier, from, upTo);
                long docs = _clauses[i].CostOf(tier);

                // A tier cannot come before the one behind it.
                worth = Math.Min(worth, docs / Math.Max(bound - before, 1e-9));
                _steps[_stepCount++] = new Step(i, tier, bound, (double)bound - before, docs, worth);
                before = bound;
            }
        }

        _steps.AsSpan(0, _stepCount).Sort(Step.Order);
    }

    /// <summary>Chooses for a lowest score wanted.</summary>
    public void Choose(float minScore)
    {
        double cheapest = double.PositiveInfinity;
        double chosen = 0;
        foreach (double part in Parts)
        {
            Take(minScore, part);
            double cost = EstimateCost(minScore);
            if (cost >= cheapest) continue;
            cheapest = cost;
            chosen = part;
        }

        Take(minScore, chosen);
        SortOthers();
    }

    // Takes tiers out as long as the bounds stay below a part of the lowest score.
    private void Take(float minScore, double part)
    {
        for (int i = 0; i < _count; i++)
        {
            _essential[i] = _clauses[i].TierCount;
            _rests[i] = 0;
        }

        double sum = 0;
        double limit = minScore * part;
        foreach (ref readonly Step step in _steps.AsSpan(0, _stepCount))
        {
            if (_essential[step.Clause] != step.Tier + 1 || ScoreBounds.OfSum(sum + step.Added, _count) >= limit) continue;
            sum += step.Added;
            _essential[step.Clause] = step.Tier;
            _rests[step.Clause] = step.Bound;
        }

        RestSum = 0;
        for (int i = 0; i < _count; i++) RestSum += _rests[i];
    }

    // In documents scored in bulk.
    private double EstimateCost(float minScore)
    {
        double scored = 0;
        double lookedUp = 0;
        double lowest = (minScore - RestSum) / (1 + (ShareOfOthers * Math.Max(0, _count - 2)));
        foreach (ref readonly Step step in _steps.AsSpan(0, _stepCount))
        {
            if (step.Tier >= _essential[step.Clause]) continue;
            scored += step.Docs;
            if (step.Bound >= lowest) lookedUp += step.Docs;
        }

        return scored + (lookedUp * LookUpCost);
    }

    private void SortOthers()
    {
        _otherCount = 0;
        OnlyClause = -1;
        int essential = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_essential[i] > 0 && ++essential == 1) OnlyClause = i;
            if (_rests[i] > 0) _others[_otherCount++] = new Rest(i, _rests[i]);
        }

        if (essential > 1) OnlyClause = -1;
        _others.AsSpan(0, _otherCount).Sort(Rest.Order);
    }

    /// <summary>What the tiers of a clause that are not essential can add to a score.</summary>
    /// <param name="Clause">The clause.</param>
    /// <param name="MaxScore">The most.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Rest(int Clause, float MaxScore)
    {
        public static Comparison<Rest> Order { get; } = static (a, b) => a.MaxScore != b.MaxScore ? b.MaxScore.CompareTo(a.MaxScore) : a.Clause.CompareTo(b.Clause);
    }

    // Taking a tier out, when those behind it are.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Step(int Clause, int Tier, float Bound, double Added, long Docs, double Worth)
    {
        public static Comparison<Step> Order { get; } = static (a, b) => a.Worth != b.Worth ? b.Worth.CompareTo(a.Worth) : a.Clause != b.Clause ? a.Clause.CompareTo(b.Clause) : b.Tier.CompareTo(a.Tier);
    }
}
