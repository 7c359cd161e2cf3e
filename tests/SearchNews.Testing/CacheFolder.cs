namespace SearchNews.Testing;

/// <summary>
/// Folders that are costly to make and are kept between test runs, below the temp folder. A name must be a key of the
/// content (a hash, or size and time), since a folder once made is never looked into again.
/// </summary>
/// <remarks>
/// Safe with several test processes at once: a named mutex lets one of them fill the folder, and the folder takes its final
/// name by a rename, so a process that was killed half-way leaves nothing that looks complete.
/// </remarks>
internal static class CacheFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string Root = Path.Combine(Path.GetTempPath(), $"searchnews-cache-{Environment.UserName}");

    /// <summary>Returns the folder called <paramref name="name"/>; when there is none, <paramref name="fill"/> is given an empty one to fill.</summary>
    public static string GetOrCreate(string name, Action<string> fill)
    {
        string path = Path.Combine(Root, name);
        if (Directory.Exists(path))
            return path;

        Directory.CreateDirectory(Root);
        using Mutex mutex = new(initiallyOwned: false, $"searchnews-cache-{name}", new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = false });
        Enter(mutex, path);
        try
        {
            if (!Directory.Exists(path))
                Create(path, fill);
        }
        finally
        {
            mutex.ReleaseMutex();
        }

        return path;
    }

    private static void Enter(Mutex mutex, string path)
    {
        try
        {
            if (!mutex.WaitOne(Patience))
                throw new TimeoutException($"Another test process has been filling {path} for more than {Patience.TotalMinutes} minutes.");
        }
        catch (AbandonedMutexException)
        {
            // The process that filled it died. The mutex is ours now, and the final name was not taken yet.
        }
    }

    private static void Create(string path, Action<string> fill)
    {
        string draft = path + ".draft";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        fill(draft);
        Directory.Move(draft, path);
    }
}
