using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs;

/// <summary>What every writer of a segment's files is given.</summary>
/// <param name="Directory">Where the files go.</param>
/// <param name="Segment">Name, id and document count.</param>
/// <param name="Fields">The fields of the segment.</param>
/// <param name="Suffix">The part of file names and headers after the segment's name; empty for none.</param>
internal sealed record SegmentWriteState(IndexDirectory Directory, SegmentInfo Segment, FieldInfos Fields, string Suffix = "")
{
    /// <summary>The name of the segment's file with that extension.</summary>
    public string FileName(string extension) => IndexFileNames.SegmentFileName(Segment.Name, Suffix, extension);

    /// <summary>Creates a file of the segment and writes its header.</summary>
    public IndexOutput Create(string extension, string codec, int version)
    {
        IndexOutput output = Directory.CreateOutput(FileName(extension));
        CodecUtil.WriteIndexHeader(output, codec, version, Segment.Id, Suffix);
        return output;
    }
}
