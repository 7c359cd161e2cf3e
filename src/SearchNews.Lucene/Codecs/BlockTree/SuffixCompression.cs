namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>How the suffix bytes of a block are compressed. The numbers are those of the .tim file.</summary>
internal enum SuffixCompression
{
    /// <summary>As they are.</summary>
    None = 0,

    /// <summary>Six bits a byte, for lower-case ASCII with few exceptions.</summary>
    LowercaseAscii = 1,

    /// <summary>LZ4 without a dictionary.</summary>
    Lz4 = 2,
}
