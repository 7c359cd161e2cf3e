namespace SearchNews.Articles.Folders;

/// <summary>One article file of a folder as the file system describes it; what an update compares before it reads.</summary>
/// <param name="Id">Article id; valid and unique within its scan.</param>
/// <param name="Path">Path below the folder, `/`-separated, with extension.</param>
/// <param name="Root">The folder.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">Last write, UTC, as fine as the file system and .NET tell (100 ns).</param>
public sealed record ArticleEntry(string Id, string Path, string Root, long Size, DateTimeOffset ModifiedAt)
{
    /// <summary>Path to open. Not kept: folders may have millions of files.</summary>
    public string FullPath => System.IO.Path.Join(Root, Path);
}
