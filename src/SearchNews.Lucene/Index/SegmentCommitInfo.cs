using SearchNews.Lucene.Codecs.Lucene50;

namespace SearchNews.Lucene.Index;

/// <summary>One segment as a commit refers to it: its core facts, and which generations of deletions and updates belong to it. Immutable.</summary>
public sealed record SegmentCommitInfo
{
    /// <summary>The core facts.</summary>
    public required SegmentInfo Info { get; init; }

    /// <summary>Number of deleted documents.</summary>
    public int DeletedCount { get; init; }

    /// <summary>Number of documents that Lucene's soft-deletes field marks; readers here do not hide them.</summary>
    public int SoftDeletedCount { get; init; }

    /// <summary>Generation of the live documents, -1 when none is deleted.</summary>
    public long DeletesGen { get; init; } = -1;

    /// <summary>Generation of the fields after doc-values updates, -1 when there were none.</summary>
    public long FieldInfosGen { get; init; } = -1;

    /// <summary>Generation of the last doc-values update, -1 when there was none.</summary>
    public long DocValuesGen { get; init; } = -1;

    /// <summary>16 random bytes that change whenever anything above does; null when the commit gives none.</summary>
    public byte[]? Id { get; init; }

    /// <summary>Files of the generation of fields.</summary>
    public IReadOnlyCollection<string> FieldInfosFiles { get; init; } = [];

    /// <summary>Files of doc-values updates by field number.</summary>
    public IReadOnlyDictionary<int, IReadOnlyCollection<string>> DocValuesUpdateFiles { get; init; } = new Dictionary<int, IReadOnlyCollection<string>>();

    /// <summary>The segment's name.</summary>
    public string Name => Info.Name;

    /// <summary>True when some document is deleted.</summary>
    public bool HasDeletions => DeletesGen != -1;

    /// <summary>Number of live documents.</summary>
    public int LiveCount => Info.MaxDoc - DeletedCount;

    /// <summary>Every file of the segment in this commit, live documents and updates included.</summary>
    public IEnumerable<string> Files()
    {
        IEnumerable<string> files = Info.Files.Concat(FieldInfosFiles).Concat(DocValuesUpdateFiles.Values.SelectMany(f => f));
        if (HasDeletions) files = files.Append(Lucene50LiveDocsFormat.FileName(Name, DeletesGen));
        return files.Distinct(StringComparer.Ordinal);
    }
}
