using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// The segments an <see cref="IndexWriter"/> has, committed or not, and the names, numbers and files that go with them. Thread-safe.
/// </summary>
internal sealed class WriterSegments
{
    private readonly Lock _lock = new();
    private readonly IndexDirectory _directory;
    private readonly IndexFileDeleter _deleter;
    private readonly SegmentIds _ids;
    private readonly int _createdMajor = LuceneVersion.Written.Major;
    private List<WriterSegment> _segments = [];
    private SegmentInfos? _lastCommit;
    private long _generation;
    private long _counter;
    private long _version;
    private IReadOnlyList<string> _replaced = [];

    /// <summary>Finds the last commit and takes over from it as the mode says.</summary>
    /// <exception cref="IndexNotFoundException">Mode Append, and there is no commit.</exception>
    /// <exception cref="NotSupportedException">The index has term vectors, points or soft deletes, which merging would lose.</exception>
    public WriterSegments(IndexDirectory directory, OpenMode mode, SegmentIds ids)
    {
        _directory = directory;
        _ids = ids;
        _deleter = new IndexFileDeleter(directory);
        IReadOnlyList<string> files = directory.ListAll();
        bool exists = CommitFinder.LatestGeneration(files) >= 0;
        bool append = mode != OpenMode.Create && (exists || mode == OpenMode.Append);
        _lastCommit = append ? SegmentInfos.ReadLatest(directory) : exists ? TryReadLatest(directory) : null;

        // Names are never used twice, not even those of files that a crash left behind.
        _generation = Math.Max(0, MaxGeneration(files));
        _counter = Math.Max(_lastCommit?.Counter ?? 0, MaxSegmentNumber(files) + 1);
        _version = _lastCommit?.Version ?? 0;
        if (append) _createdMajor = TakeOver(_lastCommit!);
        IsChanged = !append;
        if (_lastCommit is not null) _deleter.AddReferences(FilesOf(_lastCommit));

        // What a crash left behind goes now; a damaged commit that is to be replaced stays until it is.
        if (exists && _lastCommit is null) _replaced = files;
        else _deleter.DeleteUnreferenced(files);
    }

    /// <summary>The fields of the index.</summary>
    public FieldNumbers Numbers { get; } = new();

    /// <summary>True when the segments are not those of the last commit.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Generation of the last commit, 0 when there is none yet.</summary>
    public long LastGeneration => _lastCommit?.Generation ?? 0;

    /// <summary>What the last commit says to readers.</summary>
    public IReadOnlyDictionary<string, string> LastUserData => _lastCommit?.UserData ?? new SortedDictionary<string, string>(StringComparer.Ordinal);

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

    /// <summary>A name never used before, with a new id.</summary>
    public SegmentInfo NewSegment()
    {
        lock (_lock) return new SegmentInfo { Name = IndexFileNames.SegmentName(_counter++), Id = _ids.Next(), MaxDoc = 0 };
    }

    /// <summary>Adds a complete segment at the end.</summary>
    public void Add(SegmentInfo segment)
    {
        WriterSegment added = Measure(segment);
        lock (_lock)
        {
            _deleter.AddReferences(segment.Files);
            _segments.Add(added);
            Changed();
        }
    }

    /// <summary>Puts a merged segment, or nothing when no document was live, in the place of its sources.</summary>
    public void Replace(IReadOnlyCollection<WriterSegment> sources, SegmentInfo? merged)
    {
        WriterSegment? replacement = merged is null ? null : Measure(merged);
        lock (_lock)
        {
            var segments = new List<WriterSegment>(_segments.Count);
            foreach (WriterSegment segment in _segments)
            {
                if (!sources.Contains(segment)) segments.Add(segment);
                else if (replacement is not null && segment == sources.First()) segments.Add(replacement);
            }

            if (merged is not null) _deleter.AddReferences(merged.Files);
            _segments = segments;
            Changed();
            foreach (WriterSegment source in sources) _deleter.RemoveReferences(source.Commit.Files());
        }
    }

    /// <summary>The commit that would make the segments durable as they are now. Its files are kept until <see cref="Committed"/> or <see cref="GiveUp"/>.</summary>
    public SegmentInfos NextCommit(IReadOnlyDictionary<string, string> userData)
    {
        lock (_lock)
        {
            var commit = new SegmentInfos
            {
                Generation = ++_generation,
                IndexCreatedVersionMajor = _createdMajor,
                Version = ++_version,
                Counter = _counter,
                Segments = [.. _segments.Select(s => s.Commit)],
                UserData = userData,
            };
            _deleter.AddReferences(FilesOf(commit));
            IsChanged = false;
            return commit;
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
        lock (_lock)
        {
            _deleter.RemoveReferences(FilesOf(commit));
            IsChanged = true;
        }
    }

    /// <summary>Forgets all that was not committed and deletes its files.</summary>
    public void Rollback()
    {
        lock (_lock)
        {
            foreach (WriterSegment segment in _segments) _deleter.RemoveReferences(segment.Commit.Files());
            _segments = [];
        }
    }

    /// <summary>About how long the longest file becomes when these segments are merged: the files of one kind of all of them.</summary>
    public long LongestMergedFile(IEnumerable<WriterSegment> segments) =>
        segments.SelectMany(s => s.Commit.Info.Files).GroupBy(f => Path.GetExtension(f), StringComparer.Ordinal).Max(files => files.Sum(_directory.FileLength));

    /// <summary>Deletes the files of a segment that was never added.</summary>
    public void DeleteFiles(TrackingDirectory files)
    {
        lock (_lock) _deleter.DeleteUnreferenced(files.Created);
    }

    /// <summary>An id for a commit.</summary>
    public byte[] NewId() => _ids.Next();

    private static IEnumerable<string> FilesOf(SegmentInfos commit) => commit.Files().Append(commit.FileName);

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

    private static long MaxGeneration(IEnumerable<string> files)
    {
        long max = -1;
        foreach (string file in files)
        {
            if (IndexFileNames.TryParseGeneration(IndexFileNames.Segments, file, out long generation) || IndexFileNames.TryParseGeneration(IndexFileNames.PendingSegments, file, out generation))
                max = Math.Max(max, generation);
        }

        return max;
    }

    private static long MaxSegmentNumber(IEnumerable<string> files)
    {
        long max = -1;
        foreach (string file in files)
        {
            if (IndexFileNames.TryParseSegmentOf(file, out string segment) && IndexFileNames.TryParseSegmentName(segment, out long number)) max = Math.Max(max, number);
        }

        return max;
    }

    private int TakeOver(SegmentInfos commit)
    {
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            IndexDirectory files = segment.Info.IsCompoundFile ? CompoundDirectory.Open(_directory, segment.Info) : _directory;
            FieldInfos fields = segment.FieldInfosGen == -1
                ? Lucene60FieldInfosFormat.Read(files, segment.Info)
                : Lucene60FieldInfosFormat.Read(_directory, segment.Info, IndexFileNames.Base36(segment.FieldInfosGen));
            if (segment.SoftDeletedCount > 0 || fields.Any(f => f.HasTermVectors || f.PointDimensionCount > 0))
                throw new NotSupportedException($"Segment {segment.Name} has term vectors, points or soft deletes. This writer would lose them when merging; it can only read the index.");
            Numbers.Add(fields, segment.Name);
            _deleter.AddReferences(segment.Files());
            _segments.Add(new WriterSegment(segment, segment.Files().Sum(_directory.FileLength)));
        }

        return commit.IndexCreatedVersionMajor;
    }

    private WriterSegment Measure(SegmentInfo segment) =>
        new(new SegmentCommitInfo { Info = segment, Id = _ids.Next() }, segment.Files.Sum(_directory.FileLength));

    private void Changed()
    {
        _version++;
        IsChanged = true;
    }
}
