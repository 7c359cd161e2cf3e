namespace SearchNews.Lucene.Index;

/// <summary>What one segment holds of one field. Immutable.</summary>
public sealed record FieldInfo
{
    /// <summary>The field's name.</summary>
    public required string Name { get; init; }

    /// <summary>The number that stands for the field in the segment's files, unique per segment.</summary>
    public required int Number { get; init; }

    /// <summary>What the postings hold.</summary>
    public IndexOptions IndexOptions { get; init; }

    /// <summary>True when no norms are kept although the field is indexed.</summary>
    public bool OmitNorms { get; init; }

    /// <summary>True when some position has a payload.</summary>
    public bool HasPayloads { get; init; }

    /// <summary>True when term vectors are stored; they are not read.</summary>
    public bool HasTermVectors { get; init; }

    /// <summary>True for Lucene's soft-deletes field.</summary>
    public bool IsSoftDeletesField { get; init; }

    /// <summary>The kind of doc values.</summary>
    public DocValuesType DocValuesType { get; init; }

    /// <summary>Generation of the doc-values update that holds the column, or -1 when it is in the segment's core files.</summary>
    public long DocValuesGen { get; init; } = -1;

    /// <summary>Dimensions of the points, 0 when there are none; points are not read.</summary>
    public int PointDimensionCount { get; init; }

    /// <summary>Dimensions used in the points' index.</summary>
    public int PointIndexDimensionCount { get; init; }

    /// <summary>Bytes of one dimension of a point.</summary>
    public int PointNumBytes { get; init; }

    /// <summary>The attributes of the codec, such as the postings format.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True when every document with the field has a norm.</summary>
    public bool HasNorms => IndexOptions != IndexOptions.None && !OmitNorms;

    /// <summary>True when postings hold term frequencies.</summary>
    public bool HasFreqs => IndexOptions >= IndexOptions.DocsAndFreqs;

    /// <summary>True when postings hold positions.</summary>
    public bool HasPositions => IndexOptions >= IndexOptions.DocsAndFreqsAndPositions;

    /// <summary>True when postings hold character offsets.</summary>
    public bool HasOffsets => IndexOptions >= IndexOptions.DocsAndFreqsAndPositionsAndOffsets;
}
