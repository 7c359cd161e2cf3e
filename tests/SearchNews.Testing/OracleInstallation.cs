using System.Globalization;

namespace SearchNews.Testing;

/// <summary>Where Java and the Lucene jars are on this machine, or why they cannot be used.</summary>
/// <param name="JavaHome">Folder of a Java development kit.</param>
/// <param name="Jars">Full paths of the Lucene jars, in class path order.</param>
/// <param name="MissingReason">What is missing; null when nothing is.</param>
internal sealed record OracleInstallation(string JavaHome, IReadOnlyList<string> Jars, string? MissingReason)
{
    /// <summary>Overrides where jars are looked for: folders or jars, separated as in PATH.</summary>
    private const string JarsVariable = "SEARCHNEWS_LUCENE_JARS";

    private const string DebianJars = "/usr/share/java";
    private const string DebianJavas = "/usr/lib/jvm";
    private const int MinJava = 11;

    // The last ones are not needed by every program; Debian ships them in the same package.
    private static readonly string[] Needed = ["core", "analyzers-common", "queries", "queryparser"];
    private static readonly string[] Optional = ["misc", "sandbox", "memory", "highlighter", "suggest", "backward-codecs"];

    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    public string Java => Path.Combine(JavaHome, "bin", "java" + Suffix);

    public string Javac => Path.Combine(JavaHome, "bin", "javac" + Suffix);

    public static OracleInstallation Find()
    {
        if (JavaHomes().FirstOrDefault(IsRecentKit) is not { } home)
            return new("", [], $"there is no Java {MinJava} or later with javac (JAVA_HOME, PATH, {DebianJavas}); on Debian: apt-get install default-jdk-headless");

        List<string> found = [];
        foreach (string module in Needed.Concat(Optional))
        {
            if (FindJar(module) is { } jar)
                found.Add(jar);
            else if (Needed.Contains(module, StringComparer.Ordinal))
                return new(home, [], $"there is no lucene-{module}-8.*.jar ({JarsVariable}, {DebianJars}); on Debian: apt-get install liblucene8-java");
        }

        return new(home, found, MissingReason: null);
    }

    private static IEnumerable<string> JavaHomes()
    {
        if (Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home)
            yield return home;
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            FileInfo javac = new(Path.Combine(folder, "javac" + Suffix));
            if (javac.Exists && (javac.ResolveLinkTarget(returnFinalTarget: true) ?? javac) is FileInfo real)
                yield return Path.GetFullPath(Path.Combine(real.DirectoryName!, ".."));
        }

        if (Directory.Exists(DebianJavas))
        {
            foreach (string folder in Directory.EnumerateDirectories(DebianJavas).Order(StringComparer.Ordinal))
                yield return folder;
        }
    }

    /// <summary>Reads the kit's <c>release</c> file rather than starting Java, which costs a third of a second.</summary>
    private static bool IsRecentKit(string home)
    {
        string release = Path.Combine(home, "release");
        if (!File.Exists(Path.Combine(home, "bin", "javac" + Suffix)) || !File.Exists(release))
            return false;
        const string Key = "JAVA_VERSION=\"";
        string? line = File.ReadLines(release).FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal));
        string major = line?[Key.Length..].Split('.', '"', '-', '+')[0] ?? "";
        return int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version >= MinJava;
    }

    private static string? FindJar(string module)
    {
        string? places = Environment.GetEnvironmentVariable(JarsVariable);
        IEnumerable<string> candidates = string.IsNullOrEmpty(places) ? JarsIn(DebianJars) : places.Split(Path.PathSeparator).SelectMany(JarsIn);
        string start = $"lucene-{module}-8.";
        return candidates.Where(jar => Path.GetFileName(jar).StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault();
    }

    private static IEnumerable<string> JarsIn(string place)
    {
        if (Directory.Exists(place))
            return Directory.EnumerateFiles(place, "*.jar");
        return File.Exists(place) ? [Path.GetFullPath(place)] : [];
    }
}
