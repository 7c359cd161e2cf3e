using System.Diagnostics;

namespace SearchNews.Cli.Tests.Sabotage;

/// <summary>A copy of the source that may be broken and built. Made at its first use; one thread.</summary>
public sealed class SourceTree : IDisposable
{
    private static readonly string[] LeftOut = ["bin", "obj", "artifacts", ".git", "TestResults"];

    private readonly TempFolder _folder = new();
    private bool _isCopied;

    public void Dispose() => _folder.Dispose();

    /// <summary>Takes a protection out, builds, runs its test, puts the protection back. Returns what the test printed.</summary>
    public async Task<string> RunSabotagedAsync(Protection protection)
    {
        ArgumentNullException.ThrowIfNull(protection);
        if (!_isCopied) Copy(RepoRoot.Path, _folder.Path);
        _isCopied = true;
        string file = _folder.Combine(protection.File);
        string code = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, code.Replace(protection.Code, protection.Sabotaged, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        try
        {
            string project = _folder.Combine("tests", protection.TestProject);
            (int built, string log) = await RunAsync("dotnet", "build", project, "-v", "q", "-nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false");
            built.ShouldBe(0, log);
            (_, string output) = await RunAsync("dotnet", "exec", Path.Combine(project, "bin", "Debug", "net10.0", $"{protection.TestProject}.dll"), "-method", protection.Test, "-noColor");
            return output;
        }
        finally
        {
            await File.WriteAllTextAsync(file, code, CancellationToken.None);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.EnumerateDirectories(from))
        {
            string name = Path.GetFileName(folder);
            if (LeftOut.Contains(name, StringComparer.Ordinal)) continue;
            Copy(folder, Directory.CreateDirectory(Path.Combine(to, name)).FullName);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
