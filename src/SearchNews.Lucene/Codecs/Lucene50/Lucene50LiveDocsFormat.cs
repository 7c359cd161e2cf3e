using System.Buffers.Binary;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene50;

/// <summary>
/// The .liv file: which documents of a segment are live. Each change of the deletions writes a new generation G of it.
/// <code>
/// IndexHeader(Lucene50LiveDocs, 0)   id of the segment, suffix base-36 G
/// i64 * ceil(maxDoc / 64)            bit d mod 64 of word d / 64 is 1 when document d is live; beyond maxDoc all 0
/// Footer
/// </code>
/// </summary>
internal static class Lucene50LiveDocsFormat
{
    public const string Extension = "liv";
    private const string CodecName = "Lucene50LiveDocs";
    private const int Version = 0;

    /// <summary>The name of the file of that generation.</summary>
    public static string FileName(string segment, long generation) => IndexFileNames.GenerationFileName(segment, generation, Extension);

    /// <summary>Reads the live documents of a commit's segment.</summary>
    /// <exception cref="CorruptIndexException">Length or number of deletions differ from what the commit says.</exception>
    public static Bits Read(IndexDirectory directory, SegmentCommitInfo commit)
    {
        SegmentInfo segment = commit.Info;
        IndexInput input = directory.OpenVerified(FileName(segment.Name, commit.DeletesGen));
        CodecUtil.CheckIndexHeader(input, CodecName, Version, Version, segment.Id, IndexFileNames.Base36(commit.DeletesGen));
        long at = input.Position;
        int wordCount = (segment.MaxDoc + 63) >>> 6;
        if (input.Remaining != (wordCount * 8L) + CodecUtil.FooterLength)
            throw new CorruptIndexException($"{segment.MaxDoc} documents need {wordCount} words, the file has {(input.Remaining - CodecUtil.FooterLength) / 8.0}", input.Name, at);
        var words = new ulong[wordCount];
        for (int i = 0; i < words.Length; i++) words[i] = BinaryPrimitives.ReadUInt64BigEndian(input.ReadSpan(8));
        if ((segment.MaxDoc & 63) != 0 && words[^1] >> segment.MaxDoc != 0)
            throw new CorruptIndexException($"bits are set beyond the {segment.MaxDoc} documents", input.Name, input.Position - 8);
        var live = new Bits(words, segment.MaxDoc);
        int deleted = segment.MaxDoc - live.Cardinality();
        if (deleted != commit.DeletedCount)
            throw new CorruptIndexException($"{deleted} documents are deleted, the commit says {commit.DeletedCount}", input.Name, at);
        return live;
    }

    /// <summary>Writes a generation.</summary>
    public static void Write(IndexDirectory directory, SegmentInfo segment, long generation, Bits live)
    {
        if (live.Length != segment.MaxDoc) throw new ArgumentException($"{live.Length} bits for {segment.MaxDoc} documents.", nameof(live));
        using IndexOutput output = directory.CreateOutput(FileName(segment.Name, generation));
        CodecUtil.WriteIndexHeader(output, CodecName, Version, segment.Id, IndexFileNames.Base36(generation));
        foreach (ulong word in live.Words) output.WriteInt64((long)word);
        CodecUtil.WriteFooter(output);
    }
}
