using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Index.Deleting;
using SearchNews.Lucene.Index.Sorting;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>Merges segments of a writer, while documents are added and deleted. One merge at a time.</summary>
/// <param name="directory">The index.</param>
/// <param name="config">How the writer works.</param>
/// <param name="segments">The writer's segments.</param>
/// <param name="names">New names.</param>
/// <param name="numbers">The fields of the index.</param>
/// <param name="deletes">The deletes to be applied before a merge.</param>
/// <param name="applier">Applies them.</param>
/// <param name="status">Told of failures.</param>
/// <param name="changing">Held by whoever changes segments that are there.</param>
internal sealed class SegmentMerges(
    IndexDirectory directory, IndexWriterConfig config, WriterSegments segments, SegmentNames names, FieldNumbers numbers, BufferedDeletes deletes, DeletesApplier applier, WriterStatus status, Lock changing)
{
    // A merged segment is packed in a compound file when it is no greater a part of the index.
    private const double MaxCompoundShare = 0.1;

    /// <summary>About how long the longest file becomes when these segments are merged: the files of one kind of all of them.</summary>
    public static long LongestMergedFile(IndexDirectory directory, IEnumerable<WriterSegment> sources)
    {
        Dictionary<string, long> sums = sources.SelectMany(s => s.Commit.Info.Files).GroupBy(f => Path.GetExtension(f), StringComparer.Ordinal)
            .ToDictionary(files => files.Key, files => files.Sum(directory.FileLength), StringComparer.Ordinal);

        // What a compound file is made of is not known here.
        return sums.Values.Max() + sums.GetValueOrDefault("." + Lucene50CompoundFormat.DataExtension);
    }

    /// <summary>Applies the deletes that are due, and merges the segments that are chosen then, if any.</summary>
    /// <param name="choose">Chooses of the segments that are there, without changing their order.</param>
    /// <param name="opens">Whether the merged segment is read into memory when one of its sources is: for readers of the writer, who would wait for that later.</param>
    /// <param name="stopping">Ends the merge and removes what there is of it.</param>
    /// <returns>False when none were chosen.</returns>
    public bool MergeNext(Func<WriterSegment[], WriterSegment[]> choose, bool opens, CancellationToken stopping)
    {
        WriterSegment[] sources;
        KeptFiles kept;
        FrozenDeletes seen;
        lock (changing)
        {
            status.ThrowIfUnusable();
            seen = deletes.Take();
            status.Guard(() => applier.Apply(seen));

            // A segment that came only now may have documents newer than deletes that wait, or deletes of its own; mixed with others it would lose the one or the other.
            sources = choose(Array.FindAll(segments.Snapshot(), s => s.LastDelete <= seen.Last && s.OwnDeletes.Count == 0));
            if (sources.Length == 0) return false;
            kept = segments.Keep(sources);
        }

        var target = new TrackingDirectory(directory);
        try
        {
            using (kept) Merge(sources, target, seen.Last, opens, stopping);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            segments.DeleteFiles(target);
            throw;
        }
        catch (Exception e)
        {
            status.Fail(e);
            throw;
        }
    }

    /// <summary>Whether a segment is packed that would not be, had it been merged.</summary>
    public bool ShouldUnpack(WriterSegment segment) => segment.Commit.Info.IsCompoundFile && !IsSmall(segment.Bytes);

    private void Merge(WriterSegment[] sources, TrackingDirectory target, long lastDelete, bool opens, CancellationToken stopping)
    {
        MergeSource[] from = MergeSource.Concatenate(sources.Select(s => s.Reader ?? SegmentReader.Open(directory, s.Commit)), stopping);
        SegmentInfo info = SegmentMerger.Merge(from, target, names.NextSegment(), numbers, bytes => config.UseCompoundFile && IsSmall(bytes), config.IndexSort, out DocumentOrder? order);
        var commit = new SegmentCommitInfo { Info = info, Id = names.NextId() };
        var merged = new WriterSegment(commit, info.Files.Sum(directory.FileLength)) { LastDelete = lastDelete };
        if (opens && Array.Exists(sources, s => s.Reader is not null)) merged = merged with { Reader = SegmentReader.Open(directory, commit) };
        stopping.ThrowIfCancellationRequested();
        lock (changing) segments.Replace(sources.Select(s => s.Name).ToHashSet(StringComparer.Ordinal), CarryOver(sources, from, merged, order));
    }

    private bool IsSmall(long bytes) => bytes <= MaxCompoundShare * segments.Snapshot().Sum(s => s.LiveBytes);

    /// <summary>Deletes in the merged segment what was deleted in the sources while they were merged. Deletes that are still to be applied came later than any document of the sources.</summary>
    private WriterSegment CarryOver(WriterSegment[] sources, MergeSource[] from, WriterSegment merged, DocumentOrder? order)
    {
        WriterSegment[] now = segments.Snapshot();
        Bits? live = null;
        for (int i = 0; i < sources.Length; i++)
        {
            // A source that is gone has no live documents any more.
            WriterSegment? source = Array.Find(now, s => s.Name == sources[i].Name);
            Bits? liveNow = source is null ? new Bits(from[i].Reader.MaxDoc) : source.Reader?.LiveDocs;
            from[i].CarryOver(liveNow, doc => (live ??= Bits.AllSet(merged.Commit.Info.MaxDoc))[order?.NewDoc(doc) ?? doc] = false);
        }

        if (live is null) return merged;
        SegmentReader reader = merged.Reader ?? SegmentReader.Open(directory, merged.Commit);
        return merged with { Reader = reader.WithLiveDocs(live), HasUnwrittenDeletes = true };
    }
}
