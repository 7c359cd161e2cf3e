using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>One of the segments that are merged, and where its documents go. Immutable.</summary>
internal sealed class MergeSource
{
    private readonly int _docBase;
    private readonly int[]? _newDocs;

    private MergeSource(SegmentReader reader, int docBase, int[]? newDocs, CancellationToken stopping)
    {
        Stopping = stopping;
        Reader = reader;
        _docBase = docBase;
        _newDocs = newDocs;
    }

    /// <summary>The segment.</summary>
    public SegmentReader Reader { get; }

    /// <summary>Set when the merge is to end at once. To be looked at every few documents or terms.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Puts segments in a row; deleted documents are left out.</summary>
    public static MergeSource[] Concatenate(IEnumerable<SegmentReader> readers, CancellationToken stopping)
    {
        var sources = new List<MergeSource>();
        int docBase = 0;
        foreach (SegmentReader reader in readers)
        {
            stopping.ThrowIfCancellationRequested();
            sources.Add(new MergeSource(reader, docBase, NewDocs(reader.LiveDocs, docBase), stopping));
            docBase = checked(docBase + reader.NumDocs);
        }

        return [.. sources];
    }

    /// <summary>True when no document is left out.</summary>
    public bool KeepsAllDocs => _newDocs is null;

    /// <summary>The number of the segment's first document when it <see cref="KeepsAllDocs"/>: the others follow.</summary>
    public int DocBase => _docBase;

    /// <summary>The merged number of a document of this segment, -1 when it is deleted.</summary>
    public int Map(int doc) => _newDocs is null ? _docBase + doc : _newDocs[doc];

    /// <summary>Notes in the merged live documents what was deleted in this segment since.</summary>
    /// <param name="live">The segment's live documents now; null when none ever was deleted.</param>
    /// <param name="merged">Given a merged document that is deleted by now.</param>
    public void CarryOver(Bits? live, Action<int> merged)
    {
        if (live is null || ReferenceEquals(live, Reader.LiveDocs)) return;
        for (int doc = 0; doc < live.Length; doc++)
        {
            if (!live[doc] && Map(doc) is >= 0 and var number) merged(number);
        }
    }

    private static int[]? NewDocs(Bits? live, int docBase)
    {
        if (live is null) return null;
        var newDocs = new int[live.Length];
        for (int doc = 0; doc < newDocs.Length; doc++) newDocs[doc] = live[doc] ? docBase++ : -1;
        return newDocs;
    }
}
