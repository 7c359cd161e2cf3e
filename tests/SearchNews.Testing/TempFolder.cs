namespace SearchNews.Testing;

/// <summary>A new empty folder that is deleted, with all it holds, when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("searchnews-test-").FullName;

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Full path of something in the folder; nothing is created.</summary>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Creates (when needed) a folder in this one and returns its full path.</summary>
    public string CreateFolder(string name) => Directory.CreateDirectory(Combine(name)).FullName;

    /// <summary>Writes a UTF-8 file (no byte order mark) in the folder, with the folders above it, and returns its full path.</summary>
    public string WriteFile(string name, string text)
    {
        string path = Combine(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
