namespace SearchNews.Search.Stories;

/// <summary>
/// An article as a vector of length 1: a stem weighs twice its idf for being in the title, and once for being in the excerpt. Likeness is the cosine. Immutable.
/// </summary>
internal sealed class StoryVector
{
    private const double TitleWeight = 2;
    private const double ExcerptWeight = 1;

    /// <summary>Weighs a fingerprint.</summary>
    public StoryVector(StoryFingerprint fingerprint, StemTable table)
    {
        Title = fingerprint.Title;
        int count = fingerprint.Count;
        Stems = new uint[count];
        Weights = new double[count];
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
            if (both < fingerprint.BothCount && ofBoth <= ofTitle && ofBoth <= ofExcerpt) (Stems[i], weight, both) = (ofBoth, TitleWeight + ExcerptWeight, both + 1);
            else if (title < fingerprint.TitleCount && ofTitle <= ofExcerpt) (Stems[i], weight, title) = (ofTitle, TitleWeight, title + 1);
            else (Stems[i], weight, excerpt) = (ofExcerpt, ExcerptWeight, excerpt + 1);
            idfs[i] = table.Idf(Stems[i]);
            Weights[i] = weight * idfs[i];
            squares += Weights[i] * Weights[i];
        }

        double length = Math.Sqrt(squares);
        if (length > 0)
        {
            for (int i = 0; i < count; i++) Weights[i] /= length;
        }

        RareStems = FindRare(idfs);
    }

    /// <summary>Equal for equal titles; 0 for one without stems.</summary>
    public ulong Title { get; }

    /// <summary>The hashes of its stems, ascending; not to be written to.</summary>
    public uint[] Stems { get; }

    /// <summary>The weight of each stem; not to be written to.</summary>
    public double[] Weights { get; }

    /// <summary>
    /// The rarest stems, rarest first: so many that what the others weigh together is below <see cref="StoryRule.MinLikeness"/>. Two vectors as like as that
    /// share one of them: were the rarest stem that they share not among those of one vector, nor were any other, and the rest of that vector is too short.
    /// </summary>
    public uint[] RareStems { get; }

    /// <summary>The cosine of two vectors, 0 to 1; for many with one of them see <see cref="LikenessProbe"/>.</summary>
    public double Likeness(StoryVector other)
    {
        double sum = 0;
        ReadOnlySpan<uint> left = Stems;
        ReadOnlySpan<uint> right = other.Stems;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            uint a = left[i];
            uint b = right[j];
            if (a == b) sum += Weights[i++] * other.Weights[j++];
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
        for (int i = 0; i < kept; i++) rare[i] = Stems[order[i]];
        return rare;
    }

    private double Square(int index) => Weights[index] * Weights[index];
}
