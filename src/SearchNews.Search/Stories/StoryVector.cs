namespace SearchNews.Search.Stories;

/// <summary>
/// An article as a vector of length 1: a stem weighs twice its idf for being in the title, and once for being in the excerpt. Likeness is the cosine. Can be used again for another article, so that
/// grouping millions leaves nothing to collect; immutable until then.
/// </summary>
internal sealed class StoryVector
{
    private const double TitleWeight = 2;
    private const double ExcerptWeight = 1;

    // At least as long as there are stems.
    private uint[] _stems = [];
    private double[] _weights = [];
    private uint[] _rareStems = [];
    private int _count;
    private int _rareCount;

    /// <summary>Equal for equal titles; 0 for one without stems.</summary>
    public ulong Title { get; private set; }

    /// <summary>The hashes of its stems, ascending.</summary>
    public ReadOnlySpan<uint> Stems => _stems.AsSpan(0, _count);

    /// <summary>The weight of each stem.</summary>
    public ReadOnlySpan<double> Weights => _weights.AsSpan(0, _count);

    /// <summary>
    /// The rarest stems, rarest first: so many that what the others weigh together is below <see cref="StoryRule.MinLikeness"/>. Two vectors as like as that
    /// share one of them: were the rarest stem that they share not among those of one vector, nor were any other, and the rest of that vector is too short.
    /// </summary>
    public ReadOnlySpan<uint> RareStems => _rareStems.AsSpan(0, _rareCount);

    /// <summary>Weighs a fingerprint in place of the one before.</summary>
    /// <returns>This vector.</returns>
    public StoryVector Set(StoryFingerprint fingerprint, StemTable table)
    {
        Title = fingerprint.Title;
        int count = _count = fingerprint.Count;
        MakeRoom(count);
        Span<uint> stems = _stems.AsSpan(0, count);
        Span<double> weights = _weights.AsSpan(0, count);
        Span<double> idfs = count <= StoryFingerprint.MaxStems ? stackalloc double[count] : new double[count];
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
            if (both < fingerprint.BothCount && ofBoth <= ofTitle && ofBoth <= ofExcerpt) (stems[i], weight, both) = (ofBoth, TitleWeight + ExcerptWeight, both + 1);
            else if (title < fingerprint.TitleCount && ofTitle <= ofExcerpt) (stems[i], weight, title) = (ofTitle, TitleWeight, title + 1);
            else (stems[i], weight, excerpt) = (ofExcerpt, ExcerptWeight, excerpt + 1);
            idfs[i] = table.Idf(stems[i]);
            weights[i] = weight * idfs[i];
            squares += weights[i] * weights[i];
        }

        double length = Math.Sqrt(squares);
        if (length > 0)
        {
            for (int i = 0; i < count; i++) weights[i] /= length;
        }

        FindRare(idfs);
        return this;
    }

    /// <summary>The cosine of two vectors, 0 to 1; for many with one of them see <see cref="LikenessProbe"/>.</summary>
    public double Likeness(StoryVector other)
    {
        double sum = 0;
        ReadOnlySpan<uint> left = Stems;
        ReadOnlySpan<uint> right = other.Stems;
        ReadOnlySpan<double> leftWeights = Weights;
        ReadOnlySpan<double> rightWeights = other.Weights;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            uint a = left[i];
            uint b = right[j];
            if (a == b) sum += leftWeights[i++] * rightWeights[j++];
            else if (a < b) i++;
            else j++;
        }

        return sum;
    }

    private void MakeRoom(int count)
    {
        if (count <= _stems.Length) return;
        _stems = new uint[count];
        _weights = new double[count];
        _rareStems = new uint[count];
    }

    private void FindRare(ReadOnlySpan<double> idfs)
    {
        // Rarity is the same order for all vectors: idf falling, then the hash.
        Span<int> order = idfs.Length <= StoryFingerprint.MaxStems ? stackalloc int[idfs.Length] : new int[idfs.Length];
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
        for (int i = 0; i < kept; i++) _rareStems[i] = _stems[order[i]];
        _rareCount = kept;
    }

    private double Square(int index) => _weights[index] * _weights[index];
}
