namespace SearchNews.Testing;

/// <summary>Finds the working copy the tests were built from, for test inputs that are not copied beside the binaries.</summary>
public static class RepoRoot
{
    private const string Marker = "SearchNews.sln";

    private static readonly Lazy<string> Folder = new(Find);

    /// <summary>Full path of the folder that holds <c>SearchNews.sln</c>.</summary>
    public static string Path => Folder.Value;

    /// <summary>Full path of something below the repository root, from its parts.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Marker}; run the tests from a working copy.");
    }
}
