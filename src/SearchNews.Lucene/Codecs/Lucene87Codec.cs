namespace SearchNews.Lucene.Codecs;

/// <summary>The names by which segments and fields refer to the formats of the Lucene87 codec, the only codec read and written.</summary>
internal static class Lucene87Codec
{
    public const string Name = "Lucene87";

    /// <summary>Attributes of a field with postings.</summary>
    public const string PostingsFormatKey = "PerFieldPostingsFormat.format";
    public const string PostingsSuffixKey = "PerFieldPostingsFormat.suffix";
    public const string PostingsFormat = "Lucene84";

    /// <summary>Attributes of a field with doc values.</summary>
    public const string DocValuesFormatKey = "PerFieldDocValuesFormat.format";
    public const string DocValuesSuffixKey = "PerFieldDocValuesFormat.suffix";
    public const string DocValuesFormat = "Lucene80";

    /// <summary>Lucene numbers the formats of one name; with one format a codec, the number is always 0.</summary>
    public const string OnlySuffix = "0";

    /// <summary>The part of file names that stands for the postings or doc-values format, such as <c>Lucene84_0</c>.</summary>
    public static string FileSuffix(string format, string suffix) => $"{format}_{suffix}";
}
