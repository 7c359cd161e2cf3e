using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Index.Sorting;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>Writes the live documents of several segments as one, in their order or in that of the index sort. The sources were verified when they were opened.</summary>
internal static class SegmentMerger
{
    /// <summary>Merges.</summary>
    /// <param name="sources">The segments, in order; some document must be live.</param>
    /// <param name="target">Where the merged segment goes; nothing was created in it yet.</param>
    /// <param name="segment">Its name and id.</param>
    /// <param name="numbers">The fields of the index.</param>
    /// <param name="packs">Whether a segment of so many bytes becomes a compound file.</param>
    /// <param name="sort">The order of the documents; empty for that of the sources.</param>
    /// <param name="order">Where documents went, by their numbers in the row of the sources; null when they stayed there.</param>
    /// <exception cref="OperationCanceledException">As the sources say.</exception>
    public static SegmentInfo Merge(
        MergeSource[] sources, TrackingDirectory target, SegmentInfo segment, FieldNumbers numbers, Func<long, bool> packs, IReadOnlyList<IndexSortField> sort, out DocumentOrder? order)
    {
        SegmentContent content = new MergedContent(sources, numbers);
        order = sort.Count == 0 ? null : DocumentOrder.Of(content, sort);
        if (order is not null) content = new ReorderedContent(content, order);
        using (var stored = new Lucene87StoredFieldsWriter(new SegmentWriteState(target, segment, content.Fields)))
        {
            var merger = new StoredFieldsMerger(stored, content.Fields);
            if (order is not null) merger.Copy(sources, order);
            else foreach (MergeSource source in sources) merger.Copy(source);
            stored.Finish(content.MaxDoc);
        }

        segment = segment with
        {
            IndexSort = sort,
            MinVersion = sources.Min(s => s.Reader.Commit.Info.MinVersion ?? s.Reader.Commit.Info.Version),
            Diagnostics = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["source"] = "merge", ["mergeFactor"] = $"{sources.Length}" },
        };
        return SegmentContentWriter.Write(target, segment, content, packs);
    }
}
