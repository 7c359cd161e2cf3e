using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene60;

/// <summary>
/// The .fnm file: the fields of a segment.
/// <code>
/// IndexHeader(Lucene60FieldInfos, 2)      suffix: empty, or the base-36 generation of a doc-values update
/// vInt fieldCount, then per field:
///   str name, vInt number
///   u8 bits                               1 term vectors, 2 omit norms, 4 payloads, 8 soft deletes
///   u8 indexOptions, u8 docValuesType     as numbered in the enums
///   i64 docValuesGen                      -1 none
///   map attributes
///   vInt pointDataDims [vInt pointIndexDims, vInt pointNumBytes]
/// Footer
/// </code>
/// </summary>
internal static class Lucene60FieldInfosFormat
{
    public const string Extension = "fnm";
    private const string CodecName = "Lucene60FieldInfos";
    private const int Version = 2;

    private const int TermVectorsBit = 1;
    private const int OmitNormsBit = 2;
    private const int PayloadsBit = 4;
    private const int SoftDeletesBit = 8;
    private const int PostingsBits = TermVectorsBit | OmitNormsBit | PayloadsBit;

    // Lucene's own limits on points.
    private const int MaxPointDimensions = 16;
    private const int MaxPointIndexDimensions = 8;
    private const int MaxPointBytes = 16;

    /// <summary>Reads the fields of a segment, or with a suffix those of an update.</summary>
    /// <exception cref="CorruptIndexException">The file holds something impossible.</exception>
    public static FieldInfos Read(IndexDirectory directory, SegmentInfo segment, string suffix = "")
    {
        IndexInput input = directory.OpenVerified(IndexFileNames.SegmentFileName(segment.Name, suffix, Extension));
        CodecUtil.CheckIndexHeader(input, CodecName, Version, Version, segment.Id, suffix);
        int count = input.ReadVInt("number of fields", input.Remaining);
        var fields = new List<FieldInfo>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<int>();
        for (int i = 0; i < count; i++)
        {
            long at = input.Position;
            FieldInfo field = ReadField(input);
            if (!names.Add(field.Name)) throw new CorruptIndexException($"field '{field.Name}' is there twice", input.Name, at);
            if (!numbers.Add(field.Number)) throw new CorruptIndexException($"field number {field.Number} is there twice", input.Name, at);
            if (suffix.Length == 0 && field.DocValuesGen != -1)
                throw new CorruptIndexException($"field '{field.Name}' has updated doc values, of generation {field.DocValuesGen}, in the file without updates", input.Name, at);
            fields.Add(field);
        }

        CodecUtil.CheckAtFooter(input);
        return new FieldInfos(fields);
    }

    /// <summary>Reads the fields of an update, which may tell of new doc values and of new fields, and of nothing else.</summary>
    /// <exception cref="CorruptIndexException">The file holds something impossible, or contradicts the fields before the update.</exception>
    public static FieldInfos ReadUpdate(IndexDirectory directory, SegmentInfo segment, string suffix, FieldInfos core)
    {
        FieldInfos updated = Read(directory, segment, suffix);
        foreach (FieldInfo before in core)
        {
            DocValuesType type = before.DocValuesType;
            if (updated.Find(before.Name) is not { } now
                || (type != DocValuesType.None && type != now.DocValuesType)
                || before != now with { DocValuesType = type, DocValuesGen = before.DocValuesGen, IsSoftDeletesField = before.IsSoftDeletesField, Attributes = before.Attributes })
            {
                throw new CorruptIndexException($"field '{before.Name}' was another one before the update", IndexFileNames.SegmentFileName(segment.Name, suffix, Extension), 0);
            }
        }

        return updated;
    }

    /// <summary>Writes the core fields of a segment.</summary>
    public static void Write(IndexDirectory directory, SegmentInfo segment, FieldInfos fields)
    {
        using IndexOutput output = directory.CreateOutput(IndexFileNames.SegmentFileName(segment.Name, "", Extension));
        CodecUtil.WriteIndexHeader(output, CodecName, Version, segment.Id, "");
        output.WriteVInt(fields.Count);
        foreach (FieldInfo field in fields)
        {
            output.WriteString(field.Name);
            output.WriteVInt(field.Number);
            output.WriteByte((byte)Bits(field));
            output.WriteByte((byte)field.IndexOptions);
            output.WriteByte((byte)field.DocValuesType);
            output.WriteInt64(field.DocValuesGen);
            output.WriteMap(field.Attributes);
            output.WriteVInt(field.PointDimensionCount);
            if (field.PointDimensionCount == 0) continue;
            output.WriteVInt(field.PointIndexDimensionCount);
            output.WriteVInt(field.PointNumBytes);
        }

        CodecUtil.WriteFooter(output);
    }

    private static int Bits(FieldInfo field)
    {
        int bits = field.IsSoftDeletesField ? SoftDeletesBit : 0;
        if (field.IndexOptions == IndexOptions.None) return bits;
        if (field.HasTermVectors) bits |= TermVectorsBit;
        if (field.OmitNorms) bits |= OmitNormsBit;
        if (field.HasPayloads) bits |= PayloadsBit;
        return bits;
    }

    private static FieldInfo ReadField(IndexInput input)
    {
        string name = input.ReadString();
        long at = input.Position;
        int number = input.ReadVInt($"number of field '{name}'", int.MaxValue);
        int bits = input.ReadByte();
        int indexOptions = input.ReadByte();
        int docValuesType = input.ReadByte();
        long docValuesGen = input.ReadInt64();
        if ((bits & ~(PostingsBits | SoftDeletesBit)) != 0
            || indexOptions > (int)IndexOptions.DocsAndFreqsAndPositionsAndOffsets
            || docValuesType > (int)DocValuesType.SortedNumeric
            || docValuesGen < -1 || (docValuesGen != -1 && docValuesType == 0))
        {
            throw new CorruptIndexException($"field '{name}' has bits {bits}, index options {indexOptions}, doc values {docValuesType} of generation {docValuesGen}", input.Name, at);
        }

        // Lucene ignores these bits of a field that is not indexed.
        if (indexOptions == 0) bits &= ~PostingsBits;
        if ((bits & PayloadsBit) != 0 && indexOptions < (int)IndexOptions.DocsAndFreqsAndPositions)
            throw new CorruptIndexException($"field '{name}' has payloads without positions", input.Name, at);
        SortedDictionary<string, string> attributes = input.ReadMap();
        (int dimensions, int indexDimensions, int bytes) = ReadPoints(input, name);
        return new FieldInfo
        {
            Name = name,
            Number = number,
            IndexOptions = (IndexOptions)indexOptions,
            OmitNorms = (bits & OmitNormsBit) != 0,
            HasPayloads = (bits & PayloadsBit) != 0,
            HasTermVectors = (bits & TermVectorsBit) != 0,
            IsSoftDeletesField = (bits & SoftDeletesBit) != 0,
            DocValuesType = (DocValuesType)docValuesType,
            DocValuesGen = docValuesGen,
            Attributes = attributes,
            PointDimensionCount = dimensions,
            PointIndexDimensionCount = indexDimensions,
            PointNumBytes = bytes,
        };
    }

    private static (int Dimensions, int IndexDimensions, int Bytes) ReadPoints(IndexInput input, string name)
    {
        int dimensions = input.ReadVInt($"point dimensions of field '{name}'", MaxPointDimensions);
        if (dimensions == 0) return default;
        int indexDimensions = input.ReadVInt($"point index dimensions of field '{name}'", Math.Min(dimensions, MaxPointIndexDimensions));
        int bytes = input.ReadVInt($"point bytes of field '{name}'", MaxPointBytes);
        if (indexDimensions == 0 || bytes == 0)
            throw new CorruptIndexException($"field '{name}' has {dimensions} point dimensions, {indexDimensions} of them indexed, of {bytes} bytes", input.Name, input.Position);
        return (dimensions, indexDimensions, bytes);
    }
}
