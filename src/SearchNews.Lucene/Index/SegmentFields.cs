using SearchNews.Lucene.Codecs;

namespace SearchNews.Lucene.Index;

/// <summary>The attributes by which fields name their formats.</summary>
internal static class SegmentFields
{
    /// <summary>The field as a segment of ours writes it: with the attributes of the formats it uses, and without update generations.</summary>
    public static FieldInfo WithCodecAttributes(FieldInfo field)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (field.IndexOptions != IndexOptions.None)
        {
            attributes[Lucene87Codec.PostingsFormatKey] = Lucene87Codec.PostingsFormat;
            attributes[Lucene87Codec.PostingsSuffixKey] = Lucene87Codec.OnlySuffix;
        }

        if (field.DocValuesType != DocValuesType.None)
        {
            attributes[Lucene87Codec.DocValuesFormatKey] = Lucene87Codec.DocValuesFormat;
            attributes[Lucene87Codec.DocValuesSuffixKey] = Lucene87Codec.OnlySuffix;
        }

        return field with { Attributes = attributes, DocValuesGen = -1 };
    }

    /// <summary>The part of file names of the format that holds a field's postings; null when the segment has none, as Lucene reads a missing attribute.</summary>
    /// <exception cref="IndexFormatTooNewException">A format that is not known.</exception>
    public static string? PostingsSuffix(FieldInfo field, string fileName) =>
        field.IndexOptions == IndexOptions.None ? null : Suffix(field, Lucene87Codec.PostingsFormatKey, Lucene87Codec.PostingsSuffixKey, Lucene87Codec.PostingsFormat, fileName);

    /// <summary>The part of file names of the format that holds a field's doc values; null when the segment has none.</summary>
    /// <exception cref="IndexFormatTooNewException">A format that is not known.</exception>
    public static string? DocValuesSuffix(FieldInfo field, string fileName) =>
        field.DocValuesType == DocValuesType.None ? null : Suffix(field, Lucene87Codec.DocValuesFormatKey, Lucene87Codec.DocValuesSuffixKey, Lucene87Codec.DocValuesFormat, fileName);

    private static string? Suffix(FieldInfo field, string formatKey, string suffixKey, string expected, string fileName)
    {
        if (!field.Attributes.TryGetValue(formatKey, out string? format)) return null;
        if (format != expected) throw new IndexFormatTooNewException(fileName, $"field '{field.Name}' uses {formatKey}={format}, supported is {expected}; rebuild the index from its source.");
        if (!field.Attributes.TryGetValue(suffixKey, out string? suffix) || !IndexFileNames.TryParseBase36(suffix, out _))
            throw new CorruptIndexException($"field '{field.Name}' has {suffixKey}={suffix ?? "(none)"}", fileName, 0);
        return Lucene87Codec.FileSuffix(format, suffix);
    }
}
