namespace SearchNews.Lucene.Index;

/// <summary>
/// Names that were never used before: of segments, of commits, and the generations of live documents. Above all that the last commit says and all that
/// lies on the disk, as a crash may have left files that no commit knows. Thread-safe.
/// </summary>
internal sealed class SegmentNames
{
    private readonly SegmentIds _ids;
    private readonly Dictionary<string, long> _deletesGens = new(StringComparer.Ordinal);
    private long _counter;
    private long _generation;

    /// <summary>Starts above what there is.</summary>
    /// <param name="files">The names on the disk.</param>
    /// <param name="lastCommit">The last commit that can be read, if any.</param>
    /// <param name="ids">Gives segments their ids.</param>
    public SegmentNames(IEnumerable<string> files, SegmentInfos? lastCommit, SegmentIds ids)
    {
        _ids = ids;
        _counter = lastCommit?.Counter ?? 0;
        foreach (string file in files)
        {
            if (IndexFileNames.TryParseGeneration(IndexFileNames.Segments, file, out long generation) || IndexFileNames.TryParseGeneration(IndexFileNames.PendingSegments, file, out generation))
            {
                _generation = Math.Max(_generation, generation);
            }
            else if (IndexFileNames.TryParseSegmentOf(file, out string segment) && IndexFileNames.TryParseSegmentName(segment, out long number))
            {
                _counter = Math.Max(_counter, number + 1);
                if (IndexFileNames.TryParseGeneration(segment, Path.GetFileNameWithoutExtension(file), out generation))
                    _deletesGens[segment] = Math.Max(_deletesGens.GetValueOrDefault(segment), generation);
            }
        }
    }

    /// <summary>The number of the next segment.</summary>
    public long Counter => Interlocked.Read(ref _counter);

    /// <summary>A segment with a new name and id.</summary>
    public SegmentInfo NextSegment() => new() { Name = IndexFileNames.SegmentName(Interlocked.Increment(ref _counter) - 1), Id = _ids.Next(), MaxDoc = 0 };

    /// <summary>The N of the next commit.</summary>
    public long NextCommit() => Interlocked.Increment(ref _generation);

    /// <summary>The generation of live documents that a segment of the last commit gets next.</summary>
    public long NextDeletesGen(SegmentCommitInfo segment) => Math.Max(Math.Max(0, segment.DeletesGen), _deletesGens.GetValueOrDefault(segment.Name)) + 1;

    /// <summary>16 bytes for a commit or a change of a segment.</summary>
    public byte[] NextId() => _ids.Next();
}
