using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SearchNews.Testing;

/// <summary>Compiles the Java programs of <c>tests/oracle/src</c> into a cache folder named by a hash of all that goes in.</summary>
internal static class OracleClasses
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Returns the folder of the compiled classes.</summary>
    public static string Compile(OracleInstallation installation)
    {
        string[] sources = [.. Directory.EnumerateFiles(RepoRoot.Combine("tests", "oracle", "src"), "*.java").Order(StringComparer.Ordinal)];
        string classPath = string.Join(Path.PathSeparator, installation.Jars);

        // Only what Java 11 has, so that a newer kit at one desk does not break another's.
        return CacheFolder.GetOrCreate($"oracle-{Key(sources, installation)}", folder => ToolProcess.Run(
            installation.Javac,
            ["-nowarn", "-proc:none", "--release", "11", "-encoding", "UTF-8", "-cp", classPath, "-d", folder, .. sources],
            Patience));
    }

    private static string Key(string[] sources, OracleInstallation installation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string source in sources)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(source) + "\n"));
            hash.AppendData(File.ReadAllBytes(source));
        }

        foreach (string jar in installation.Jars)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{jar}:{new FileInfo(jar).Length}\n")));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }
}
