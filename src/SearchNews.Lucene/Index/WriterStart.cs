using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>What an <see cref="IndexWriter"/> finds in its directory when it is opened. Changes nothing there.</summary>
internal sealed class WriterStart
{
    private readonly IndexDirectory _directory;
    private readonly IReadOnlyList<IndexSortField> _sort;

    /// <summary>Finds the last commit and takes over from it as the mode says.</summary>
    /// <param name="directory">The index, locked.</param>
    /// <param name="config">Whether to go on with what is there, and in which order documents must be.</param>
    /// <param name="ids">Gives segments their ids.</param>
    /// <param name="lender">A reader of the index whose segments need not be read again; or null.</param>
    /// <exception cref="IndexNotFoundException">Mode Append, and there is no commit.</exception>
    /// <exception cref="NotSupportedException">The index has term vectors, points or soft deletes, which merging would lose.</exception>
    public WriterStart(IndexDirectory directory, IndexWriterConfig config, SegmentIds ids, DirectoryReader? lender)
    {
        _directory = directory;
        _sort = config.IndexSort;
        OpenMode mode = config.OpenMode;
        Files = directory.ListAll();
        bool exists = CommitFinder.LatestGeneration(Files) >= 0;
        IsAppending = mode != OpenMode.Create && (exists || mode == OpenMode.Append);
        LastCommit = IsAppending ? SegmentInfos.ReadLatest(directory) : exists ? TryReadLatest(directory) : null;
        ReplacesDamage = exists && LastCommit is null;
        Names = new SegmentNames(Files, LastCommit, ids);
        Segments = IsAppending ? [.. LastCommit!.Segments.Select(s => TakeOver(s, lender))] : [];
    }

    /// <summary>All files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Whether the segments of the last commit stay.</summary>
    public bool IsAppending { get; }

    /// <summary>Whether there is a commit, but a damaged one, which the mode says to replace.</summary>
    public bool ReplacesDamage { get; }

    /// <summary>The last commit; null when there is none that can be read.</summary>
    public SegmentInfos? LastCommit { get; }

    /// <summary>The segments to go on with.</summary>
    public IReadOnlyList<WriterSegment> Segments { get; }

    /// <summary>New names.</summary>
    public SegmentNames Names { get; }

    /// <summary>The fields of the index.</summary>
    public FieldNumbers Numbers { get; } = new();

    private static SegmentInfos? TryReadLatest(IndexDirectory directory)
    {
        try
        {
            return SegmentInfos.ReadLatest(directory);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private WriterSegment TakeOver(SegmentCommitInfo commit, DirectoryReader? lender)
    {
        if (!commit.Info.IndexSort.SequenceEqual(_sort))
            throw new NotSupportedException($"Segment {commit.Name} is sorted by ({Describe(commit.Info.IndexSort)}), the writer sorts by ({Describe(_sort)}). Open it with the order of the index.");

        // To know the fields of a compound segment the whole of it must be read; then it is kept.
        SegmentReader? reader = lender?.FindSegment(commit)?.Reopen(_directory, commit);
        if (reader is null && commit.Info.IsCompoundFile && commit.FieldInfosGen == -1) reader = SegmentReader.Open(_directory, commit);
        FieldInfos fields = reader?.FieldInfos ?? ReadFields(commit);
        if (commit.SoftDeletedCount > 0 || fields.Any(f => f.HasTermVectors || f.PointDimensionCount > 0))
            throw new NotSupportedException($"Segment {commit.Name} has term vectors, points or soft deletes. This writer would lose them when merging; it can only read the index.");
        Numbers.Add(fields, commit.Name);
        return new WriterSegment(commit, commit.Files().Sum(_directory.FileLength)) { Reader = reader, NextDeletesGen = Names.NextDeletesGen(commit) };
    }

    private static string Describe(IReadOnlyList<IndexSortField> sort) => string.Join(", ", sort.Select(key => $"{key.Field} {key.Type}{(key.Reverse ? " descending" : "")}"));

    private FieldInfos ReadFields(SegmentCommitInfo commit) => commit.FieldInfosGen == -1
        ? Lucene60FieldInfosFormat.Read(_directory, commit.Info)
        : Lucene60FieldInfosFormat.Read(_directory, commit.Info, IndexFileNames.Base36(commit.FieldInfosGen));
}
