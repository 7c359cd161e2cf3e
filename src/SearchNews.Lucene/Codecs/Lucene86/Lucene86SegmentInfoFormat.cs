using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene86;

/// <summary>
/// The .si file: the core facts of one segment, written last.
/// <code>
/// IndexHeader(Lucene86SegmentInfo, 0)
/// i32 major, minor, bugfix              version that wrote the segment
/// u8 1, i32 major, minor, bugfix        oldest version merged into it; or u8 0
/// i32 maxDoc
/// u8 compound                           1 yes, 0xFF no
/// map diagnostics
/// set files                             the .si itself included
/// map attributes
/// vInt count, SortField*                see Lucene86IndexSortFormat
/// Footer
/// </code>
/// A segment whose .si is missing from its own files passes Lucene's CheckIndex, and is destroyed by the next Lucene writer.
/// </summary>
internal static class Lucene86SegmentInfoFormat
{
    public const string Extension = "si";
    private const string CodecName = "Lucene86SegmentInfo";
    private const int Version = 0;
    private const byte Yes = 1;
    private const byte No = 0xFF;

    /// <summary>Reads the file of the segment with that name and id.</summary>
    /// <exception cref="CorruptIndexException">It holds something impossible.</exception>
    public static SegmentInfo Read(IndexDirectory directory, string segment, byte[] id)
    {
        IndexInput input = directory.OpenVerified(IndexFileNames.SegmentFileName(segment, "", Extension));
        CodecUtil.CheckIndexHeader(input, CodecName, Version, Version, id, "");
        LuceneVersion version = ReadVersion(input);
        LuceneVersion? minVersion = ReadFlag(input, "minimum version flag", no: 0) ? ReadVersion(input) : null;
        long at = input.Position;
        int maxDoc = input.ReadInt32();
        if (maxDoc is < 0 or > IndexLimits.MaxDocs)
            throw new CorruptIndexException($"maxDoc is {maxDoc}, expected 0 to {IndexLimits.MaxDocs}", input.Name, at);
        bool compound = ReadFlag(input, "compound flag", No);
        SortedDictionary<string, string> diagnostics = input.ReadMap();
        SortedSet<string> files = ReadFiles(input, segment);
        SortedDictionary<string, string> attributes = input.ReadMap();
        IReadOnlyList<IndexSortField> sort = Lucene86IndexSortFormat.Read(input);
        CodecUtil.CheckAtFooter(input);
        return new SegmentInfo
        {
            Name = segment,
            Id = id,
            MaxDoc = maxDoc,
            Version = version,
            MinVersion = minVersion,
            IsCompoundFile = compound,
            Diagnostics = diagnostics,
            Attributes = attributes,
            Files = files,
            IndexSort = sort,
        };
    }

    /// <summary>Writes the file. Its own name must be among the segment's files, and the documents must be in the order of its index sort.</summary>
    public static void Write(IndexDirectory directory, SegmentInfo segment)
    {
        string name = IndexFileNames.SegmentFileName(segment.Name, "", Extension);
        if (!segment.Files.Contains(name, StringComparer.Ordinal)) throw new ArgumentException($"'{name}' is missing from its own list of files.", nameof(segment));
        using IndexOutput output = directory.CreateOutput(name);
        CodecUtil.WriteIndexHeader(output, CodecName, Version, segment.Id, "");
        WriteVersion(output, segment.Version);
        output.WriteByte((byte)(segment.MinVersion is null ? 0 : 1));
        if (segment.MinVersion is { } minVersion) WriteVersion(output, minVersion);
        output.WriteInt32(segment.MaxDoc);
        output.WriteByte(segment.IsCompoundFile ? Yes : No);
        output.WriteMap(segment.Diagnostics);
        output.WriteSet(segment.Files);
        output.WriteMap(segment.Attributes);
        Lucene86IndexSortFormat.Write(output, segment.IndexSort);
        CodecUtil.WriteFooter(output);
    }

    private static SortedSet<string> ReadFiles(IndexInput input, string segment)
    {
        long at = input.Position;
        SortedSet<string> files = input.ReadSet();
        foreach (string file in files)
        {
            if (!IndexFileNames.IsFileOf(segment, file)) throw new CorruptIndexException($"'{file}' is not the name of a file of segment {segment}", input.Name, at);
        }

        return files;
    }

    private static bool ReadFlag(IndexInput input, string what, byte no)
    {
        long at = input.Position;
        byte flag = input.ReadByte();
        if (flag != Yes && flag != no) throw new CorruptIndexException($"{what} is {flag}, expected {Yes} or {no}", input.Name, at);
        return flag == Yes;
    }

    private static LuceneVersion ReadVersion(IndexInput input)
    {
        long at = input.Position;
        var version = new LuceneVersion(input.ReadInt32(), input.ReadInt32(), input.ReadInt32());
        if (version.Major < 0 || version.Minor < 0 || version.Bugfix < 0) throw new CorruptIndexException($"version {version} is impossible", input.Name, at);
        return version;
    }

    private static void WriteVersion(IndexOutput output, LuceneVersion version)
    {
        output.WriteInt32(version.Major);
        output.WriteInt32(version.Minor);
        output.WriteInt32(version.Bugfix);
    }
}
