using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Deleting;

/// <summary>Changes the live documents of a writer's segments, in memory and, for a commit, on disk. One caller at a time.</summary>
internal sealed class DeletesApplier(IndexDirectory directory, WriterSegments segments, SegmentNames names)
{
    /// <summary>Applies deletes to all segments. A segment is read into memory for it and stays there; one without live documents goes.</summary>
    public void Apply(FrozenDeletes deletes)
    {
        foreach (WriterSegment segment in segments.Snapshot())
        {
            if (!deletes.Concern(segment)) continue;
            SegmentReader reader = Open(segment);
            Bits? live = TermDeleter.Apply(reader, deletes.For(segment), segment.Arrivals);
            segments.Update(segment with
            {
                Reader = live is null ? reader : reader.WithLiveDocs(live),
                HasUnwrittenDeletes = segment.HasUnwrittenDeletes || live is not null,
                OwnDeletes = WriterSegment.NoDeletes,
                Arrivals = null,
            });
        }
    }

    /// <summary>Writes the live documents of a segment when those on disk are older. Not fsynced.</summary>
    public WriterSegment Write(WriterSegment segment)
    {
        if (!segment.HasUnwrittenDeletes) return segment;
        long generation = segment.NextDeletesGen;
        Lucene50LiveDocsFormat.Write(directory, segment.Commit.Info, generation, segment.Reader!.LiveDocs!);
        WriterSegment written = segment with
        {
            Commit = segment.Commit with { DeletesGen = generation, DeletedCount = segment.DeletedCount, Id = names.NextId() },
            HasUnwrittenDeletes = false,
            NextDeletesGen = generation + 1,
        };
        segments.Update(written);
        return written;
    }

    /// <summary>The segment in memory, where it stays.</summary>
    public SegmentReader Pooled(WriterSegment segment)
    {
        if (segment.Reader is { } reader) return reader;
        reader = Open(segment);
        segments.Update(segment with { Reader = reader });
        return reader;
    }

    private SegmentReader Open(WriterSegment segment) => segment.Reader ?? SegmentReader.Open(directory, segment.Commit);
}
