using System.Buffers.Binary;
using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Stories;

/// <summary>Makes <see cref="StoryFingerprint"/>s: collects the stems of an article, with where they stand, and writes them in order. Used again for the next article. One thread.</summary>
internal sealed class StoryFingerprintMaker
{
    private const int PartBits = 2;
    private const ulong InTitle = 1;
    private const ulong InExcerpt = 2;
    private const ulong InBoth = InTitle | InExcerpt;

    // Stems of more tokens than there may be stems are counted one by one; else all are sorted at once.
    private readonly HashSet<uint> _counted = [];

    // The hash of a stem, shifted, and where it stands.
    private ulong[] _stems = new ulong[256];
    private int _count;

    /// <summary>The fingerprint of an article.</summary>
    public byte[] Make(string title, string excerpt)
    {
        _count = 0;
        ulong key = Collect(title, InTitle);
        Collect(excerpt, InExcerpt);
        if (_count > StoryFingerprint.MaxStems) DropSurplus();
        int count = Unite();
        var bytes = new byte[StoryFingerprint.HeaderLength + (count * StoryFingerprint.HashLength)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, key == StemHash.Start ? 0 : key);
        int both = Write(InBoth, count, bytes.AsSpan(StoryFingerprint.HeaderLength));
        int titleOnly = Write(InTitle, count, bytes.AsSpan(StoryFingerprint.HeaderLength + (both * StoryFingerprint.HashLength)));
        Write(InExcerpt, count, bytes.AsSpan(StoryFingerprint.HeaderLength + ((both + titleOnly) * StoryFingerprint.HashLength)));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)both);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), (ushort)titleOnly);
        return bytes;
    }

    private ulong Collect(string text, ulong part)
    {
        ulong key = StemHash.Start;
        TokenStream stream = ArticleSchema.News.GetTokenStream(text);
        while (stream.IncrementToken())
        {
            ReadOnlySpan<char> stem = stream.Token.Term;
            key = StemHash.Append(key, stem);
            if (_count == _stems.Length) Array.Resize(ref _stems, 2 * _count);
            _stems[_count++] = ((ulong)StemHash.Of(stem) << PartBits) | part;
        }

        return key;
    }

    /// <summary>Leaves out stems that come when there are as many as there may be.</summary>
    private void DropSurplus()
    {
        _counted.Clear();
        int kept = 0;
        foreach (ulong stem in _stems.AsSpan(0, _count))
        {
            uint hash = (uint)(stem >> PartBits);
            if (_counted.Contains(hash) || (_counted.Count < StoryFingerprint.MaxStems && _counted.Add(hash))) _stems[kept++] = stem;
        }

        _count = kept;
    }

    /// <summary>Sorts the stems and makes one of those that are equal, of all their parts; returns how many are left.</summary>
    private int Unite()
    {
        Span<ulong> stems = _stems.AsSpan(0, _count);
        stems.Sort();
        int last = -1;
        foreach (ulong stem in stems)
        {
            if (last >= 0 && stems[last] >> PartBits == stem >> PartBits) stems[last] |= stem;
            else stems[++last] = stem;
        }

        return last + 1;
    }

    private int Write(ulong part, int count, Span<byte> destination)
    {
        int written = 0;
        foreach (ulong stem in _stems.AsSpan(0, count))
        {
            if ((stem & InBoth) == part) BinaryPrimitives.WriteUInt32LittleEndian(destination[(written++ * StoryFingerprint.HashLength)..], (uint)(stem >> PartBits));
        }

        return written;
    }
}
