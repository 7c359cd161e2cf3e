using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Names, versions and sizes of the Lucene84 postings: the documents (.doc), positions (.pos), and payloads and offsets (.pay) of every
/// term. The term dictionary holds where a term's data starts. The layout is drawn in docs/formats/postings.md.
/// </summary>
/// <remarks>
/// <code>
/// .doc = IndexHeader, u8 'L', Term*, Footer        always
/// .pos = IndexHeader, Term*, Footer                when a field of the segment has positions
/// .pay = IndexHeader, Term*, Footer                when, besides, a field has payloads or offsets
/// </code>
/// Which files exist follows from the segment's fields alone, whether or not they have terms.
/// </remarks>
internal static class Lucene84PostingsFormat
{
    /// <summary>The part of file names and headers after the segment's name.</summary>
    public const string Suffix = "Lucene84_0";

    public const string DocExtension = "doc";
    public const string PosExtension = "pos";
    public const string PayExtension = "pay";

    public const string DocCodec = "Lucene84PostingsWriterDoc";
    public const string PosCodec = "Lucene84PostingsWriterPos";
    public const string PayCodec = "Lucene84PostingsWriterPay";

    /// <summary>Codec name of the second header of .tmd.</summary>
    public const string TermsCodec = "Lucene84PostingsWriterTerms";

    /// <summary>The oldest version that is read. Version 0 coded singletons in the term metadata in another way; the Lucene87 codec never writes it.</summary>
    public const int MinVersion = 1;

    /// <summary>The version written, and the newest read.</summary>
    public const int Version = 1;

    /// <summary>Values in a packed block; also the number of documents between entries of the skip data's lowest level.</summary>
    public const int BlockSize = 128;

    /// <summary>Every so many entries of a skip level make one entry of the level above.</summary>
    public const int SkipMultiplier = 8;

    /// <summary>The most levels of skip data.</summary>
    public const int MaxSkipLevels = 10;

    /// <summary>The byte after the header of .doc: the byte order of the machine that wrote it. The packed words are little-endian either way.</summary>
    public const byte LittleEndianMark = (byte)'L';

    /// <summary>The greatest legal position.</summary>
    public const int MaxPosition = int.MaxValue - 128;

    /// <summary>True when the segment has a .pos file.</summary>
    public static bool HasPosFile(FieldInfos fields) => fields.HasPositions;

    /// <summary>True when the segment has a .pay file.</summary>
    public static bool HasPayFile(FieldInfos fields) => fields.HasPositions && fields.HasOffsetsOrPayloads;

    /// <summary>True when positions of the field have data in .pay.</summary>
    public static bool HasPayData(FieldInfo field) => field.HasPayloads || field.HasOffsets;
}
