using System.Diagnostics;

namespace SearchNews.Cli.Tests;

/// <summary>Runs the program: in this process, or as a process of its own where environment, signals or death matter.</summary>
internal static class Cli
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it in this process.</summary>
    public static async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CliApplication.RunAsync(arguments, output, error);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Starts it as a process of its own, with no setting inherited but those given.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "searchnews.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("SEARCHNEWS_", StringComparison.Ordinal) || name == "NO_COLOR").ToArray()) start.Environment.Remove(name);
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
    }

    /// <summary>Runs it as a process of its own, to its end.</summary>
    public static async Task<CliResult> RunProcessAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        return await EndAsync(process);
    }

    /// <summary>Waits for a started process to end.</summary>
    public static async Task<CliResult> EndAsync(Process process)
    {
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch
        {
            process.Kill();
            throw;
        }

        return new CliResult(process.ExitCode, await output, await error);
    }
}
