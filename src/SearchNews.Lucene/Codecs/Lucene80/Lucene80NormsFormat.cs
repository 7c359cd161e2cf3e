namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Norms: one small number for each document that has the field, which BM25 takes for the field's length.
/// <code>
/// .nvm  IndexHeader, field*, i32 -1, Footer
///   field = i32 fieldNumber, docs (see <see cref="DocsWithField"/>), i32 docsWithField, u8 bytesPerNorm (0, 1, 2, 4, 8), i64 valueOrOffset
/// .nvd  IndexHeader, (set of documents, norm*)*, Footer
/// </code>
/// Norms are signed, bytesPerNorm wide, one for each document with the field in order. With width 0 valueOrOffset is the norm of all of them, else it
/// is where they start in .nvd. Source: Lucene 8 Lucene80NormsFormat.
/// </summary>
internal static class Lucene80NormsFormat
{
    public const string MetaExtension = "nvm";
    public const string DataExtension = "nvd";
    public const string MetaCodec = "Lucene80NormsMetadata";
    public const string DataCodec = "Lucene80NormsData";
    public const int Version = 0;

    /// <summary>Stands where a field number would, behind the last field.</summary>
    public const int EndOfFields = -1;
}
