using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene50;

/// <summary>
/// The files of a segment packed in one.
/// <code>
/// .cfs: IndexHeader(Lucene50CompoundData, 0), the files one after the other, each with its header and footer, Footer
/// .cfe: IndexHeader(Lucene50CompoundEntries, 0)
///       vInt count, then per file: str name without the segment's (.fnm, _Lucene84_0.tim), i64 offset, i64 length
///       Footer
/// </code>
/// The .si, live docs and updates stay outside.
/// </summary>
internal static class Lucene50CompoundFormat
{
    public const string DataExtension = "cfs";
    public const string EntriesExtension = "cfe";
    private const string DataCodec = "Lucene50CompoundData";
    private const string EntriesCodec = "Lucene50CompoundEntries";
    private const int Version = 0;
    private const int CopyBytes = 1 << 16;

    /// <summary>Packs files of a segment, whose checksums are verified on the way. The files stay.</summary>
    public static void Write(IndexDirectory directory, SegmentInfo segment, IReadOnlyList<string> files)
    {
        using IndexOutput data = directory.CreateOutput(IndexFileNames.SegmentFileName(segment.Name, "", DataExtension));
        using IndexOutput entries = directory.CreateOutput(IndexFileNames.SegmentFileName(segment.Name, "", EntriesExtension));
        CodecUtil.WriteIndexHeader(data, DataCodec, Version, segment.Id, "");
        CodecUtil.WriteIndexHeader(entries, EntriesCodec, Version, segment.Id, "");
        entries.WriteVInt(files.Count);
        foreach (string file in files)
        {
            IndexInput input = directory.OpenVerified(file);
            entries.WriteString(file[segment.Name.Length..]);
            entries.WriteInt64(data.Position);
            entries.WriteInt64(input.Length);
            while (input.Remaining > 0) data.WriteBytes(input.ReadSpan((int)Math.Min(input.Remaining, CopyBytes)));
        }

        CodecUtil.WriteFooter(data);
        CodecUtil.WriteFooter(entries);
    }

    /// <summary>Reads where the files are: full name, offset and length in the .cfs.</summary>
    public static SortedDictionary<string, (long Offset, long Length)> ReadEntries(IndexDirectory directory, SegmentInfo segment)
    {
        IndexInput input = directory.OpenVerified(IndexFileNames.SegmentFileName(segment.Name, "", EntriesExtension));
        CodecUtil.CheckIndexHeader(input, EntriesCodec, Version, Version, segment.Id, "");
        int count = input.ReadVInt("number of files", input.Remaining);
        var entries = new SortedDictionary<string, (long Offset, long Length)>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            long at = input.Position;
            string name = segment.Name + input.ReadString();
            if (!IndexFileNames.IsFileOf(segment.Name, name)) throw new CorruptIndexException($"'{name}' is not the name of a file of segment {segment.Name}", input.Name, at);
            if (!entries.TryAdd(name, (input.ReadInt64(), input.ReadInt64()))) throw new CorruptIndexException($"'{name}' is there twice", input.Name, at);
        }

        CodecUtil.CheckAtFooter(input);
        return entries;
    }

    /// <summary>Opens the .cfs, whose length must be that of its files with header and footer.</summary>
    public static IndexInput OpenData(IndexDirectory directory, SegmentInfo segment, IEnumerable<(long Offset, long Length)> entries)
    {
        IndexInput data = directory.OpenVerified(IndexFileNames.SegmentFileName(segment.Name, "", DataExtension));
        CodecUtil.CheckIndexHeader(data, DataCodec, Version, Version, segment.Id, "");
        long expected = data.Position + CodecUtil.FooterLength;
        foreach ((long offset, long length) in entries)
        {
            if (offset < data.Position || length < 0 || offset > data.Length - CodecUtil.FooterLength - length)
                throw new CorruptIndexException($"a packed file of {length} bytes at {offset} lies outside the data", data.Name, offset);
            expected += length;
        }

        if (expected != data.Length) throw new CorruptIndexException($"the packed files need {expected} bytes, the file has {data.Length}", data.Name, 0);
        return data;
    }
}
