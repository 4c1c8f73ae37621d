# Sets artstudio up on Windows where that is still to do, then starts it: the window, or with arguments the command line.
#
#   powershell -ExecutionPolicy Bypass -File installer\run.ps1 [FILE | COMMAND ...]
#
# $env:PYTHON chooses the interpreter; pip's own variables hold. Mirrors setup.sh and run.sh.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$venv = Join-Path $root '.venv'
$python = Join-Path $venv 'Scripts\python.exe'
$stamp = Join-Path $venv '.artstudio-installed'
$constraints = Join-Path $PSScriptRoot 'constraints.txt'
$supported = 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'

function Say($words) { [Console]::Error.WriteLine("artstudio: $words") }

function Test-Runs($command, $arguments) {
    try { & $command @arguments *> $null; return $LASTEXITCODE -eq 0 } catch { return $false }
}

# What the installation depends on: the pins, the place (a venv cannot be moved) and the Python that runs it.
function Get-Key {
    $pins = (Get-FileHash (Join-Path $root 'pyproject.toml'), $constraints).Hash -join ' '
    $version = if (Test-Path $python) { & $python -c 'import sys; print(sys.version)' } else { 'no Python yet' }
    return "$pins`n$root`n$version"
}

function Find-Python {
    $candidates = @(@('py', '-3.13'), @('py', '-3.12'), @('py', '-3.11'), @('python', '-I'))
    if ($env:PYTHON) { $candidates = @(, @($env:PYTHON, '-I')) }
    foreach ($candidate in $candidates) {
        if (Test-Runs $candidate[0] @($candidate[1], '-c', $supported)) { return $candidate }
    }
    Say 'needs Python 3.11, 3.12 or 3.13, and found none: install one from python.org, or name it in $env:PYTHON'
    exit 1
}

function Install-Packages {
    if (Test-Path $stamp) { Remove-Item $stamp }
    $place = Join-Path $venv '.artstudio-root'
    $whole = (Test-Runs $python @('-m', 'pip', '--version')) -and (Test-Path $place) -and ((Get-Content $place) -eq $root)
    if (-not $whole) {
        $chosen = Find-Python
        Say "making $venv"
        if (Test-Path $venv) { Remove-Item -Recurse -Force $venv }
        & $chosen[0] $chosen[1] -m venv $venv
        if ($LASTEXITCODE -ne 0) { Say 'Python could not make a virtual environment'; exit 1 }
        Set-Content -Path $place -Value $root -Encoding utf8
    }
    Say 'installing the Python packages (the first time this takes some minutes)'
    & $python -m pip install --disable-pip-version-check --constraint $constraints --editable $root
    if ($LASTEXITCODE -ne 0) { Say "the Python packages could not be installed: see pip's words above, then start again"; exit 1 }
    Set-Content -Path $stamp -Value (Get-Key) -Encoding utf8
}

$installed = if (Test-Path $stamp) { (Get-Content -Raw $stamp) -replace "`r", '' } else { '' }
if ($installed.Trim() -ne (Get-Key).Trim()) { Install-Packages }

& (Join-Path $venv 'Scripts\artstudio.exe') @args
exit $LASTEXITCODE
