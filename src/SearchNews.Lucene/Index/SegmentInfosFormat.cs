using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene86;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// The <c>segments_N</c> file: a commit.
/// <code>
/// IndexHeader(segments, 7 to 10)          an id of its own, suffix base-36 N
/// vInt major, minor, bugfix               Lucene version of the writer
/// vInt indexCreatedVersionMajor
/// i64 version, vLong counter              version 7: i32 counter
/// i32 segmentCount
/// vInt major, minor, bugfix               oldest version among the segments; absent without segments
/// per segment:
///   str name, 16 bytes id, str codec      Lucene87
///   i64 deletesGen, i32 deletedCount, i64 fieldInfosGen, i64 docValuesGen
///   i32 softDeletedCount                  from version 9
///   u8 1, 16 bytes id; or u8 0            from version 10
///   set fieldInfosFiles
///   i32 count, then (i32 field number, set files)
/// map userData
/// Footer
/// </code>
/// </summary>
internal static class SegmentInfosFormat
{
    private const string CodecName = "segments";
    private const int OldestVersion = 7;
    private const int SoftDeletesVersion = 9;
    private const int CommitIdVersion = 10;
    private const int CurrentVersion = CommitIdVersion;
    private const int OldestCreatedMajor = 7;

    // Name "_0", id, codec name, generations and counts, no sets: what one segment takes at least.
    private const int MinSegmentBytes = 3 + 16 + 2 + 8 + 4 + 8 + 8 + 1 + 4;

    /// <summary>Reads a commit and the .si of each of its segments.</summary>
    /// <exception cref="FileNotFoundException">The commit, or a .si, is not there.</exception>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="IndexFormatTooOldException">Written in an older format or by an older codec.</exception>
    /// <exception cref="IndexFormatTooNewException">Written in a newer format or by a newer codec.</exception>
    public static SegmentInfos Read(IndexDirectory directory, long generation)
    {
        IndexInput input = directory.OpenVerified(IndexFileNames.SegmentsFileName(IndexFileNames.Segments, generation));
        int format = CodecUtil.CheckHeader(input, CodecName, OldestVersion, CurrentVersion);
        byte[] id = input.ReadSpan(CodecUtil.IdLength).ToArray();
        CodecUtil.CheckSuffix(input, IndexFileNames.Base36(generation));
        LuceneVersion version = ReadVersion(input);
        long at = input.Position;
        int createdMajor = input.ReadVInt("created major version", byte.MaxValue);
        if (createdMajor < OldestCreatedMajor) throw new IndexFormatTooOldException(input.Name, $"the index was created by Lucene {createdMajor}, supported is 7 and later; rebuild the index from its source.");
        if (createdMajor > version.Major) throw new CorruptIndexException($"created by Lucene {createdMajor}, written by the older {version}", input.Name, at);
        long contentVersion = input.ReadInt64();
        long counter = format == OldestVersion ? input.ReadInt32() : input.ReadVLong();
        at = input.Position;
        int count = input.ReadInt32();
        if (count < 0 || count > input.Remaining / MinSegmentBytes || counter < 0)
            throw new CorruptIndexException($"{count} segments, counter {counter}; {input.Remaining} bytes are left", input.Name, at);
        LuceneVersion oldest = count > 0 ? ReadVersion(input) : version;
        var segments = new List<SegmentCommitInfo>(count);
        for (int i = 0; i < count; i++) segments.Add(ReadSegment(input, directory, format));
        SortedDictionary<string, string> userData = input.ReadMap();
        CodecUtil.CheckAtFooter(input);
        var infos = new SegmentInfos
        {
            Generation = generation,
            Id = id,
            LuceneVersion = version,
            IndexCreatedVersionMajor = createdMajor,
            Version = contentVersion,
            Counter = counter,
            Segments = segments,
            UserData = userData,
        };
        Check(infos, oldest);
        return infos;
    }

    /// <summary>Writes the commit under another name than its own, to be renamed when it is durable; does not sync.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="name">The name, <c>pending_segments_N</c>.</param>
    /// <param name="infos">The commit.</param>
    /// <param name="id">16 random bytes.</param>
    public static void Write(IndexDirectory directory, string name, SegmentInfos infos, ReadOnlySpan<byte> id)
    {
        using IndexOutput output = directory.CreateOutput(name);
        CodecUtil.WriteIndexHeader(output, CodecName, CurrentVersion, id, IndexFileNames.Base36(infos.Generation));
        WriteVersion(output, infos.LuceneVersion);
        output.WriteVInt(infos.IndexCreatedVersionMajor);
        output.WriteInt64(infos.Version);
        output.WriteVLong(infos.Counter);
        output.WriteInt32(infos.Segments.Count);
        if (infos.Segments.Count > 0) WriteVersion(output, infos.Segments.Min(s => s.Info.Version));
        foreach (SegmentCommitInfo segment in infos.Segments) WriteSegment(output, segment);
        output.WriteMap(infos.UserData);
        CodecUtil.WriteFooter(output);
    }

    private static SegmentCommitInfo ReadSegment(IndexInput input, IndexDirectory directory, int format)
    {
        long at = input.Position;
        string name = input.ReadString();
        if (!IndexFileNames.IsSegmentName(name)) throw new CorruptIndexException($"'{name}' is not the name of a segment", input.Name, at);
        byte[] id = input.ReadSpan(CodecUtil.IdLength).ToArray();
        CheckCodec(input, name);
        SegmentInfo info = Lucene86SegmentInfoFormat.Read(directory, name, id);
        at = input.Position;
        long deletesGen = input.ReadInt64();
        int deleted = input.ReadInt32();
        long fieldInfosGen = input.ReadInt64();
        long docValuesGen = input.ReadInt64();
        int softDeleted = format >= SoftDeletesVersion ? input.ReadInt32() : 0;
        if (deletesGen is < -1 or 0 || fieldInfosGen is < -1 or 0 || docValuesGen is < -1 or 0)
            throw new CorruptIndexException($"segment {name} has generations {deletesGen}, {fieldInfosGen}, {docValuesGen}", input.Name, at);
        if (deleted < 0 || softDeleted < 0 || deleted > info.MaxDoc - softDeleted || (deleted > 0 && deletesGen == -1))
            throw new CorruptIndexException($"segment {name} has {deleted} deleted and {softDeleted} soft-deleted of {info.MaxDoc} documents, in generation {deletesGen}", input.Name, at);
        return new SegmentCommitInfo
        {
            Info = info,
            DeletesGen = deletesGen,
            DeletedCount = deleted,
            FieldInfosGen = fieldInfosGen,
            DocValuesGen = docValuesGen,
            SoftDeletedCount = softDeleted,
            Id = format >= CommitIdVersion ? ReadCommitId(input) : null,
            FieldInfosFiles = ReadFiles(input, name),
            DocValuesUpdateFiles = ReadUpdates(input, name),
        };
    }

    private static void CheckCodec(IndexInput input, string segment)
    {
        string codec = input.ReadString();
        if (codec == Lucene87Codec.Name) return;
        string message = $"segment {segment} was written with codec '{codec}', supported is '{Lucene87Codec.Name}'; rebuild the index from its source.";

        // Codecs are named after the version that introduced them: LuceneNN, with three digits from version 10.
        if (codec.StartsWith("Lucene9", StringComparison.Ordinal) || codec.Length > Lucene87Codec.Name.Length)
            throw new IndexFormatTooNewException(input.Name, message);
        throw new IndexFormatTooOldException(input.Name, message);
    }

    private static byte[]? ReadCommitId(IndexInput input)
    {
        long at = input.Position;
        return input.ReadByte() switch
        {
            0 => null,
            1 => input.ReadSpan(CodecUtil.IdLength).ToArray(),
            byte marker => throw new CorruptIndexException($"commit id marker is {marker}, expected 0 or 1", input.Name, at),
        };
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

    private static Dictionary<int, IReadOnlyCollection<string>> ReadUpdates(IndexInput input, string segment)
    {
        long at = input.Position;
        int count = input.ReadInt32();
        var updates = new Dictionary<int, IReadOnlyCollection<string>>();
        if (count < 0 || count > input.Remaining) throw new CorruptIndexException($"{count} updated fields, {input.Remaining} bytes are left", input.Name, at);
        for (int i = 0; i < count; i++)
        {
            at = input.Position;
            int field = input.ReadInt32();
            if (!updates.TryAdd(field, ReadFiles(input, segment))) throw new CorruptIndexException($"updates of field number {field} are there twice", input.Name, at);
        }

        return updates;
    }

    private static void Check(SegmentInfos infos, LuceneVersion oldest)
    {
        long documents = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SegmentCommitInfo segment in infos.Segments)
        {
            SegmentInfo info = segment.Info;
            documents += info.MaxDoc;
            string? problem =
                !IndexFileNames.TryParseSegmentName(info.Name, out long number) || number >= infos.Counter ? $"is not below the counter {infos.Counter}"
                : !names.Add(info.Name) ? "is there twice"
                : info.Version.CompareTo(oldest) < 0 || info.Version.Major < infos.IndexCreatedVersionMajor ? $"has version {info.Version}, older than {oldest} or created major {infos.IndexCreatedVersionMajor}"
                : info.MinVersion is null ? "lacks a minimum version"
                : null;
            if (problem is not null) throw new CorruptIndexException($"segment {info.Name} {problem}", infos.FileName, 0);
        }

        if (documents > IndexLimits.MaxDocs) throw new CorruptIndexException($"{documents} documents are more than {IndexLimits.MaxDocs}", infos.FileName, 0);
    }

    private static void WriteSegment(IndexOutput output, SegmentCommitInfo segment)
    {
        output.WriteString(segment.Name);
        output.WriteBytes(segment.Info.Id);
        output.WriteString(Lucene87Codec.Name);
        output.WriteInt64(segment.DeletesGen);
        output.WriteInt32(segment.DeletedCount);
        output.WriteInt64(segment.FieldInfosGen);
        output.WriteInt64(segment.DocValuesGen);
        output.WriteInt32(segment.SoftDeletedCount);
        output.WriteByte((byte)(segment.Id is null ? 0 : 1));
        output.WriteBytes(segment.Id);
        output.WriteSet(segment.FieldInfosFiles);
        output.WriteInt32(segment.DocValuesUpdateFiles.Count);
        foreach ((int field, IReadOnlyCollection<string> files) in segment.DocValuesUpdateFiles)
        {
            output.WriteInt32(field);
            output.WriteSet(files);
        }
    }

    private static LuceneVersion ReadVersion(IndexInput input) =>
        new(input.ReadVInt("major version", byte.MaxValue), input.ReadVInt("minor version", byte.MaxValue), input.ReadVInt("bugfix version", byte.MaxValue));

    private static void WriteVersion(IndexOutput output, LuceneVersion version)
    {
        output.WriteVInt(version.Major);
        output.WriteVInt(version.Minor);
        output.WriteVInt(version.Bugfix);
    }
}
