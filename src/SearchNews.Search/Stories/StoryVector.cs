namespace SearchNews.Search.Stories;

/// <summary>
/// An article as a vector of length 1: a stem weighs twice its idf for being in the title, and once for being in the excerpt. Likeness is the cosine. Immutable.
/// </summary>
internal sealed class StoryVector
{
    private const double TitleWeight = 2;
    private const double ExcerptWeight = 1;

    // Ascending hashes, and the weight of each.
    private readonly uint[] _stems;
    private readonly double[] _weights;

    /// <summary>Weighs a fingerprint.</summary>
    public StoryVector(StoryFingerprint fingerprint, StemTable table)
    {
        Title = fingerprint.Title;
        int count = fingerprint.Count;
        _stems = new uint[count];
        _weights = new double[count];
        var idfs = new double[count];
        double squares = 0;
        for (int i = 0; i < count; i++)
        {
            uint stem = fingerprint[i];
            double idf = table.Idf(table.DocFreq(stem));
            double weight = idf * (i < fingerprint.BothCount ? TitleWeight + ExcerptWeight : i < fingerprint.TitleCount ? TitleWeight : ExcerptWeight);
            _stems[i] = stem;
            _weights[i] = weight;
            idfs[i] = idf;
            squares += weight * weight;
        }

        double length = Math.Sqrt(squares);
        if (length > 0)
        {
            for (int i = 0; i < count; i++) _weights[i] /= length;
        }

        RareStems = FindRare(idfs);
        Array.Sort(_stems, _weights);
    }

    /// <summary>Equal for equal titles; 0 for one without stems.</summary>
    public ulong Title { get; }

    /// <summary>
    /// The rarest stems, rarest first: so many that what the others weigh together is below <see cref="StoryRule.MinLikeness"/>. Two vectors as like as that
    /// share one of them: were the rarest stem that they share not among those of one vector, nor were any other, and the rest of that vector is too short.
    /// </summary>
    public uint[] RareStems { get; }

    /// <summary>The cosine of two vectors, 0 to 1.</summary>
    public double Likeness(StoryVector other)
    {
        double sum = 0;
        ReadOnlySpan<uint> left = _stems;
        ReadOnlySpan<uint> right = other._stems;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            uint a = left[i];
            uint b = right[j];
            if (a == b) sum += _weights[i++] * other._weights[j++];
            else if (a < b) i++;
            else j++;
        }

        return sum;
    }

    private uint[] FindRare(double[] idfs)
    {
        // Rarity is the same order for all vectors: idf falling, then the hash.
        var order = new int[idfs.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => idfs[a] == idfs[b] ? _stems[a].CompareTo(_stems[b]) : idfs[b].CompareTo(idfs[a]));

        // A trace more than needed, so that rounding cannot matter.
        const double Enough = (StoryRule.MinLikeness * StoryRule.MinLikeness) * (1 - 1e-9);
        double rest = 0;
        int kept = order.Length;
        while (kept > 0 && rest + (_weights[order[kept - 1]] * _weights[order[kept - 1]]) < Enough)
        {
            kept--;
            rest += _weights[order[kept]] * _weights[order[kept]];
        }

        var rare = new uint[kept];
        for (int i = 0; i < kept; i++) rare[i] = _stems[order[i]];
        return rare;
    }
}
