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
        Span<double> idfs = new double[count];
        double squares = 0;

        // Three ascending runs become one.
        int both = 0;
        int title = fingerprint.BothCount;
        int excerpt = fingerprint.TitleCount;
        for (int i = 0; i < count; i++)
        {
            uint ofBoth = both < fingerprint.BothCount ? fingerprint[both] : uint.MaxValue;
            uint ofTitle = title < fingerprint.TitleCount ? fingerprint[title] : uint.MaxValue;
            uint ofExcerpt = excerpt < count ? fingerprint[excerpt] : uint.MaxValue;
            double weight;
            if (both < fingerprint.BothCount && ofBoth <= ofTitle && ofBoth <= ofExcerpt) (_stems[i], weight, both) = (ofBoth, TitleWeight + ExcerptWeight, both + 1);
            else if (title < fingerprint.TitleCount && ofTitle <= ofExcerpt) (_stems[i], weight, title) = (ofTitle, TitleWeight, title + 1);
            else (_stems[i], weight, excerpt) = (ofExcerpt, ExcerptWeight, excerpt + 1);
            idfs[i] = table.Idf(_stems[i]);
            _weights[i] = weight * idfs[i];
            squares += _weights[i] * _weights[i];
        }

        double length = Math.Sqrt(squares);
        if (length > 0)
        {
            for (int i = 0; i < count; i++) _weights[i] /= length;
        }

        RareStems = FindRare(idfs);
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

    private uint[] FindRare(Span<double> idfs)
    {
        // Rarity is the same order for all vectors: idf falling, then the hash.
        Span<int> order = new int[idfs.Length];
        for (int i = 0; i < order.Length; i++)
        {
            int at = i;
            while (at > 0 && idfs[order[at - 1]] < idfs[i]) at--;
            order[at..i].CopyTo(order[(at + 1)..]);
            order[at] = i;
        }

        // A trace more than needed, so that rounding cannot matter.
        const double Enough = StoryRule.MinLikeness * StoryRule.MinLikeness * (1 - 1e-9);
        double rest = 0;
        int kept = order.Length;
        while (kept > 0 && rest + Square(order[kept - 1]) < Enough) rest += Square(order[--kept]);
        var rare = new uint[kept];
        for (int i = 0; i < kept; i++) rare[i] = _stems[order[i]];
        return rare;
    }

    private double Square(int index) => _weights[index] * _weights[index];
}
