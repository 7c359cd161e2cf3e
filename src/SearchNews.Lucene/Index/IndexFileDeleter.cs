using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// Deletes the index files that neither a commit nor the writer refers to any more. Files that do not look like an index's are never touched. What cannot be deleted is
/// tried again later: leftovers cost room, nothing else. Not thread-safe.
/// </summary>
internal sealed class IndexFileDeleter(IndexDirectory directory)
{
    private readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stuck = new(StringComparer.Ordinal);

    /// <summary>Keeps files.</summary>
    public void AddReferences(IEnumerable<string> files)
    {
        foreach (string file in files) _references[file] = _references.GetValueOrDefault(file) + 1;
    }

    /// <summary>Takes back one <see cref="AddReferences"/> and deletes the files that nobody needs then.</summary>
    public void RemoveReferences(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            int count = _references[file] - 1;
            if (count > 0)
            {
                _references[file] = count;
                continue;
            }

            _references.Remove(file);
            Delete(file);
        }

        foreach (string file in _stuck.ToArray()) Delete(file);
    }

    /// <summary>Deletes those of the given files that look like an index's and have no reference: what a crash or an abandoned segment left behind, and older commits.</summary>
    public void DeleteUnreferenced(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            if (!_references.ContainsKey(file) && IsIndexFile(file)) Delete(file);
        }
    }

    private static bool IsIndexFile(string name) =>
        IndexFileNames.TryParseSegmentOf(name, out _)
        || IndexFileNames.TryParseGeneration(IndexFileNames.Segments, name, out _)
        || IndexFileNames.TryParseGeneration(IndexFileNames.PendingSegments, name, out _);

    private void Delete(string file)
    {
        try
        {
            directory.DeleteFile(file);
            _stuck.Remove(file);
        }
        catch (FileNotFoundException)
        {
            _stuck.Remove(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _stuck.Add(file);
        }
    }
}
