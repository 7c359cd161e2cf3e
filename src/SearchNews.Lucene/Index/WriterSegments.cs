using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// The segments an <see cref="IndexWriter"/> has, committed or not, and their files: those that neither a segment, nor a commit, nor a merge needs any more are
/// deleted. Thread-safe; who changes segments that are there, by deletes or merges, must see to it that nobody else does at that time.
/// </summary>
internal sealed class WriterSegments
{
    private readonly Lock _lock = new();
    private readonly IndexFileDeleter _deleter;
    private readonly int _createdMajor;
    private List<WriterSegment> _segments;
    private SegmentInfos? _lastCommit;
    private SegmentInfos? _lastPrepared;
    private long _version;
    private IReadOnlyList<string> _replaced = [];

    /// <summary>Takes over what <paramref name="start"/> found.</summary>
    public WriterSegments(IndexDirectory directory, WriterStart start)
    {
        _deleter = new IndexFileDeleter(directory);
        _segments = [.. start.Segments.Where(s => s.LiveCount > 0)];
        _lastCommit = start.LastCommit;
        _lastPrepared = start.IsAppending ? start.LastCommit : null;
        _createdMajor = start.IsAppending ? start.LastCommit!.IndexCreatedVersionMajor : LuceneVersion.Written.Major;
        _version = start.LastCommit?.Version ?? 0;
        if (_lastCommit is not null) _deleter.AddReferences(FilesOf(_lastCommit));
        foreach (WriterSegment segment in _segments) _deleter.AddReferences(segment.Commit.Files());

        // What a crash left behind goes now; a damaged commit that is to be replaced stays until it is.
        if (start.ReplacesDamage) _replaced = start.Files;
        else _deleter.DeleteUnreferenced(start.Files);
    }

    /// <summary>True when the segments are not those of the last commit.</summary>
    public bool IsChanged
    {
        get
        {
            lock (_lock) return _lastPrepared is null || _segments.Exists(s => s.HasUnwrittenDeletes) || !_segments.Select(s => s.Commit).SequenceEqual(_lastPrepared.Segments);
        }
    }

    /// <summary>Generation of the last commit, 0 when there is none yet.</summary>
    public long LastGeneration => _lastCommit?.Generation ?? 0;

    /// <summary>Documents in all segments, deleted ones included.</summary>
    public int MaxDoc
    {
        get
        {
            lock (_lock) return _segments.Sum(s => s.Commit.Info.MaxDoc);
        }
    }

    /// <summary>The segments as they are now.</summary>
    public WriterSegment[] Snapshot()
    {
        lock (_lock) return [.. _segments];
    }

    /// <summary>Adds a complete segment at the end.</summary>
    public void Add(WriterSegment segment)
    {
        lock (_lock)
        {
            _deleter.AddReferences(segment.Commit.Files());
            _segments.Add(segment);
            _version++;
        }
    }

    /// <summary>A segment got newer live documents, on disk or not yet; or it was only opened. Without live documents it goes.</summary>
    public void Update(WriterSegment segment)
    {
        lock (_lock)
        {
            int at = _segments.FindIndex(s => s.Name == segment.Name);
            WriterSegment before = _segments[at];
            if (segment.LiveCount == 0)
            {
                _segments.RemoveAt(at);
            }
            else
            {
                _segments[at] = segment;
                _deleter.AddReferences(segment.Commit.Files());
            }

            if (segment.LiveCount < before.LiveCount) _version++;
            _deleter.RemoveReferences(before.Commit.Files());
        }
    }

    /// <summary>Puts a merged segment in the place of the first of its sources that is still there; without live documents, nothing.</summary>
    public void Replace(IReadOnlySet<string> sources, WriterSegment merged)
    {
        lock (_lock)
        {
            _deleter.AddReferences(merged.Commit.Files());
            WriterSegment[] replaced = [.. _segments.Where(s => sources.Contains(s.Name))];
            if (replaced.Length > 0 && merged.LiveCount > 0) _segments.Insert(_segments.IndexOf(replaced[0]), merged);
            else _deleter.RemoveReferences(merged.Commit.Files());
            _segments.RemoveAll(replaced.Contains);
            _version++;
            foreach (WriterSegment source in replaced) _deleter.RemoveReferences(source.Commit.Files());
        }
    }

    /// <summary>Forgets all segments.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            foreach (WriterSegment segment in _segments) _deleter.RemoveReferences(segment.Commit.Files());
            _segments = [];
            _version++;
        }
    }

    /// <summary>Keeps the files of segments that are about to be read, whatever becomes of the segments, until the result is disposed.</summary>
    public KeptFiles Keep(IEnumerable<WriterSegment> segments)
    {
        string[] files = [.. segments.SelectMany(s => s.Commit.Files())];
        lock (_lock) _deleter.AddReferences(files);
        return new KeptFiles(() =>
        {
            lock (_lock) _deleter.RemoveReferences(files);
        });
    }

    /// <summary>Segments as they are now, as a commit that was not made.</summary>
    public SegmentInfos Describe(IReadOnlyList<WriterSegment> segments, SegmentNames names, IReadOnlyDictionary<string, string> userData)
    {
        lock (_lock)
        {
            return new SegmentInfos
            {
                Generation = LastGeneration,
                IndexCreatedVersionMajor = _createdMajor,
                Version = _version,
                Counter = names.Counter,
                Segments = [.. segments.Select(s => s.Commit)],
                UserData = userData,
            };
        }
    }

    /// <summary>The commit that would make segments durable as they are now. Its files are kept until <see cref="Committed"/> or <see cref="GiveUp"/>.</summary>
    public SegmentInfos NextCommit(IReadOnlyList<WriterSegment> segments, SegmentNames names, IReadOnlyDictionary<string, string> userData)
    {
        lock (_lock)
        {
            _version++;
            SegmentInfos commit = Describe(segments, names, userData) with { Generation = names.NextCommit() };
            _deleter.AddReferences(FilesOf(commit));
            return _lastPrepared = commit;
        }
    }

    /// <summary>A commit is done: the one before is deleted.</summary>
    public void Committed(SegmentInfos commit)
    {
        lock (_lock)
        {
            SegmentInfos? previous = _lastCommit;
            _lastCommit = commit;
            if (previous is not null) _deleter.RemoveReferences(FilesOf(previous));
            _deleter.DeleteUnreferenced(_replaced);
            _replaced = [];
        }
    }

    /// <summary>A prepared commit is given up.</summary>
    public void GiveUp(SegmentInfos commit)
    {
        lock (_lock) _deleter.RemoveReferences(FilesOf(commit));
    }

    /// <summary>Deletes the files of a segment that was never added.</summary>
    public void DeleteFiles(TrackingDirectory files)
    {
        lock (_lock) _deleter.DeleteUnreferenced(files.Created);
    }

    private static IEnumerable<string> FilesOf(SegmentInfos commit) => commit.Files().Append(commit.FileName);
}
