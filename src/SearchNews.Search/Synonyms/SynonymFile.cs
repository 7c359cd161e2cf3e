using System.Globalization;

namespace SearchNews.Search.Synonyms;

/// <summary>
/// The file of synonyms, read again whenever its size or time changes. What cannot be read never replaces the rules that are held; a file that is
/// not demanded may be missing, and has no rules then. Thread-safe.
/// </summary>
internal sealed class SynonymFile
{
    /// <summary>Name of the file that is looked for in the index folder.</summary>
    public const string DefaultName = "synonyms.txt";

    private readonly string _path;
    private readonly bool _isDemanded;
    private readonly Lock _refreshing = new();
    private string? _seen;
    private volatile State _state = new(SynonymRules.None, null);

    /// <summary>Makes an unread file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isDemanded">True when somebody named it, so that it must be there.</param>
    public SynonymFile(string path, bool isDemanded)
    {
        _path = path;
        _isDemanded = isDemanded;
    }

    /// <summary>The rules to search by.</summary>
    public SynonymRules Rules => _state.Rules;

    /// <summary>Why the rules are not those of the file; null when they are. Can be shown to anyone.</summary>
    public string? Problem => _state.Problem;

    /// <summary>Reads the file if it changed. Never throws for what is wrong with it: <see cref="Problem"/> tells.</summary>
    public void Refresh()
    {
        lock (_refreshing)
        {
            string name = Path.GetFileName(_path);
            try
            {
                string found = Look();
                if (found == _seen) return;
                _state = new State(Read(name), null);
                _seen = found;
            }
            catch (SynonymFileException e)
            {
                // Read again only when it is another file.
                _seen = LookSafely();
                _state = new State(_state.Rules, $"The synonyms are not up to date: {e.Message}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _seen = null;
                _state = new State(_state.Rules, $"The synonyms are not up to date: {name} {(e is FileNotFoundException or DirectoryNotFoundException ? "is not there" : "cannot be read")}.");
            }
        }
    }

    private SynonymRules Read(string name)
    {
        if (!_isDemanded && !File.Exists(_path)) return SynonymRules.None;
        using FileStream stream = File.OpenRead(_path);
        var bytes = new byte[(int)Math.Min(stream.Length, SynonymParser.MaxBytes + 1)];
        return SynonymParser.Parse(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), name);
    }

    private string LookSafely()
    {
        try
        {
            return Look();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Size and time of the file.</summary>
    private string Look()
    {
        var file = new FileInfo(_path);
        if (!file.Exists) return _isDemanded ? throw new FileNotFoundException(null, _path) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}");
    }

    private sealed record State(SynonymRules Rules, string? Problem);
}
