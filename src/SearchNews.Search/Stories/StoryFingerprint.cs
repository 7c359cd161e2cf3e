using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SearchNews.Search.Stories;

/// <summary>
/// The words of an article as far as stories need them: kept by document as binary doc values, so that grouping anew reads no text. It depends on the article alone.
/// <code>
/// u64 title       hash of the title's stems in their order; 0 when it has none
/// u16 b, u16 t    stems of title and excerpt both, stems of the title alone
/// b x u32         their hashes, ascending; then those of the title alone, ascending
/// t x u32
/// rest x u32      hashes of the stems that only the excerpt has, ascending
/// </code>
/// Little-endian. See <see cref="StemHash"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct StoryFingerprint
{
    /// <summary>Stems of one article beyond this many are left out: nobody's headline and excerpt are that long.</summary>
    public const int MaxStems = 1_000;

    /// <summary>Bytes before the first stem.</summary>
    public const int HeaderLength = 12;

    /// <summary>Bytes of a stem.</summary>
    public const int HashLength = 4;

    [ThreadStatic]
    private static StoryFingerprintMaker? t_maker;

    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>Takes a stored value.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public StoryFingerprint(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || (bytes.Length - HeaderLength) % HashLength != 0) throw new FormatException($"a story fingerprint cannot have {bytes.Length} bytes");
        _bytes = bytes;
        Count = (bytes.Length - HeaderLength) / HashLength;
        BothCount = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        TitleCount = BothCount + BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]);
        if (TitleCount > Count) throw new FormatException($"a story fingerprint of {Count} stems cannot have {TitleCount} of the title");
    }

    /// <summary>Equal for equal titles; 0 for one without stems.</summary>
    public ulong Title => BinaryPrimitives.ReadUInt64LittleEndian(_bytes);

    /// <summary>How many stems there are.</summary>
    public int Count { get; }

    /// <summary>How many of them, the first, are of title and excerpt both.</summary>
    public int BothCount { get; }

    /// <summary>How many of them, the first, are of the title, those of both counted.</summary>
    public int TitleCount { get; }

    /// <summary>The hash of a stem.</summary>
    public uint this[int index] => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(HeaderLength + (index * HashLength))..]);

    /// <summary>The fingerprint of an article.</summary>
    public static byte[] Of(string title, string excerpt) => (t_maker ??= new StoryFingerprintMaker()).Make(title, excerpt);
}
