using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs;

/// <summary>What every reader of a segment's files is given.</summary>
/// <param name="Directory">Where the files are: the index directory, or the segment's compound file.</param>
/// <param name="Segment">Name, id and document count.</param>
/// <param name="Fields">The fields of the segment.</param>
/// <param name="Suffix">The part of file names and headers after the segment's name, such as <c>Lucene84_0</c>; empty for none.</param>
internal sealed record SegmentReadState(IndexDirectory Directory, SegmentInfo Segment, FieldInfos Fields, string Suffix = "")
{
    /// <summary>The name of the segment's file with that extension.</summary>
    public string FileName(string extension) => IndexFileNames.SegmentFileName(Segment.Name, Suffix, extension);

    /// <summary>Opens a file of the segment: its checksum is verified, its header checked, and the position is behind the header.</summary>
    public IndexInput Open(string extension, string codec, int minVersion, int maxVersion, out int version)
    {
        IndexInput input = Directory.OpenVerified(FileName(extension));
        version = CodecUtil.CheckIndexHeader(input, codec, minVersion, maxVersion, Segment.Id, Suffix);
        return input;
    }
}
